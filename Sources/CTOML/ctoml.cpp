#include "ctoml.h"

// toml++ 3.3 asserts that a table header starts with a key, and reports one that does not only behind the assertion: "[,a]" would abort, and with
// NDEBUG be undefined. Without the assertion the report is reached.
#undef NDEBUG
#define TOML_ASSERT(expression) static_cast<void>(0)
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <algorithm>
#include <new>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <toml++/toml.h>

struct ctoml_document {
  toml::table root;
  std::vector<ctoml_node> nodes;
  std::string message;
  toml::source_position error_position{};
  bool failed = false;
};

namespace {

ctoml_text text_of(std::string_view text) { return {text.data(), text.size()}; }

/// A node that waits for its turn, with its key.
struct Pending {
  const toml::node *node;
  const toml::key *key;
};

/// Where an entry stands in the file: its key, since a table that several headers build has no one place.
std::pair<uint32_t, uint32_t> place(const Pending &entry) {
  const auto begin = entry.key->source().begin;
  return {begin.line, begin.column};
}

void fill_value(ctoml_node &out, const toml::node &node) {
  switch (node.type()) {
  case toml::node_type::string:
    out.kind = ctoml_kind_string;
    out.text = text_of(node.as_string()->get());
    break;
  case toml::node_type::integer:
    out.kind = ctoml_kind_integer;
    out.integer = node.as_integer()->get();
    break;
  case toml::node_type::floating_point:
    out.kind = ctoml_kind_float;
    out.number = node.as_floating_point()->get();
    break;
  case toml::node_type::boolean:
    out.kind = ctoml_kind_boolean;
    out.boolean = node.as_boolean()->get();
    break;
  case toml::node_type::date: {
    const toml::date date = node.as_date()->get();
    out.kind = ctoml_kind_date;
    out.year = date.year;
    out.month = date.month;
    out.day = date.day;
    break;
  }
  default:
    out.kind = ctoml_kind_time;
  }
}

/// Lays the tree out in preorder, the entries of a table in the order of the file (toml++ keeps them in alphabetical order).
void flatten(ctoml_document &document) {
  std::vector<Pending> pending{{&document.root, nullptr}};
  std::vector<Pending> children;
  while (!pending.empty()) {
    const Pending next = pending.back();
    pending.pop_back();
    ctoml_node out{};
    out.line = next.node->source().begin.line;
    out.column = next.node->source().begin.column;
    if (next.key) {
      out.key = text_of(next.key->str());
      std::tie(out.key_line, out.key_column) = place(next);
    }
    children.clear();
    if (const toml::table *table = next.node->as_table()) {
      out.kind = ctoml_kind_table;
      for (auto &&[key, value] : *table)
        children.push_back({&value, &key});
      std::sort(children.begin(), children.end(), [](const Pending &a, const Pending &b) { return place(a) < place(b); });
    } else if (const toml::array *array = next.node->as_array()) {
      out.kind = ctoml_kind_array;
      for (auto &&value : *array)
        children.push_back({&value, nullptr});
    } else {
      fill_value(out, *next.node);
    }
    out.children = children.size();
    document.nodes.push_back(out);
    pending.insert(pending.end(), children.rbegin(), children.rend());
  }
}

} // namespace

ctoml_document *ctoml_parse(const char *bytes, size_t count) {
  auto *document = new (std::nothrow) ctoml_document;
  if (!document)
    return nullptr;
  toml::parse_result result = toml::parse(std::string_view(bytes, count));
  if (result.failed()) {
    document->failed = true;
    document->message = std::string(result.error().description());
    document->error_position = result.error().source().begin;
  } else {
    document->root = std::move(result).table();
    flatten(*document);
  }
  return document;
}

void ctoml_free(ctoml_document *document) { delete document; }

bool ctoml_get_error(const ctoml_document *document, ctoml_error *error) {
  if (!document->failed)
    return false;
  *error = {text_of(document->message), document->error_position.line, document->error_position.column};
  return true;
}

size_t ctoml_count(const ctoml_document *document) { return document->nodes.size(); }

ctoml_node ctoml_at(const ctoml_document *document, size_t index) { return document->nodes[index]; }
