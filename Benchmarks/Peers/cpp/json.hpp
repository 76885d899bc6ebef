// Reads the workloads: JSON that this project wrote itself, so a mistake in it ends the program.
#pragma once
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

struct Json {
  double number = 0;
  std::string string;
  std::vector<Json> items;
  std::map<std::string, Json> members;

  const Json& operator[](const char* name) const {
    auto found = members.find(name);
    if (found != members.end()) return found->second;
    fprintf(stderr, "the workload has no '%s'\n", name);
    exit(2);
  }

  const Json& operator[](size_t index) const { return items[index]; }
  size_t size() const { return items.size(); }

  std::vector<double> numbers() const {
    std::vector<double> values;
    for (const Json& item : items) values.push_back(item.number);
    return values;
  }
};

class JsonReader {
 public:
  static Json read(const std::string& path) {
    std::ifstream file(path);
    if (!file) {
      fprintf(stderr, "cannot open %s\n", path.c_str());
      exit(2);
    }
    std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    return JsonReader(text.c_str()).value();
  }

 private:
  explicit JsonReader(const char* text) : at(text) {}

  Json value() {
    Json result;
    skipSpace();
    if (*at == '{') {
      list('}', [&] {
        std::string name = string();
        expect(':');
        result.members[name] = value();
      });
    } else if (*at == '[') {
      list(']', [&] { result.items.push_back(value()); });
    } else if (*at == '"') {
      result.string = string();
    } else {
      char* end;
      result.number = strtod(at, &end);
      if (end == at) fail();
      at = end;
    }
    return result;
  }

  template <class Item>
  void list(char closing, Item item) {
    ++at;
    skipSpace();
    if (*at == closing) {
      ++at;
      return;
    }
    for (;;) {
      item();
      skipSpace();
      char next = *at++;
      if (next == closing) return;
      if (next != ',') fail();
    }
  }

  std::string string() {
    expect('"');
    std::string text;
    while (*at && *at != '"') text += *at++;
    expect('"');
    return text;
  }

  void expect(char wanted) {
    skipSpace();
    if (*at++ != wanted) fail();
  }

  void skipSpace() {
    while (*at && strchr(" \n\t\r", *at)) ++at;
  }

  [[noreturn]] void fail() {
    fprintf(stderr, "the workload is not JSON\n");
    exit(2);
  }

  const char* at;
};
