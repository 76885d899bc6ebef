/// A C face on toml++: a parsed document as one flat list of nodes.
///
/// The nodes come in preorder: a table or an array is followed by its children, each with its own children. A reader needs no recursion across
/// the border and no pointer into the parser's tree. Text belongs to the document and lives as long as it does.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A parsed document, or the error that stopped the parser.
typedef struct ctoml_document ctoml_document;

/// UTF-8 text, not terminated by a zero.
typedef struct {
  const char *_Nullable bytes;
  size_t count;
} ctoml_text;

/// What a node is.
typedef enum {
  ctoml_kind_table,
  ctoml_kind_array,
  ctoml_kind_string,
  ctoml_kind_integer,
  ctoml_kind_float,
  ctoml_kind_boolean,
  ctoml_kind_date,
  /// A time, or a date with a time: nothing a scenario file uses.
  ctoml_kind_time,
} ctoml_kind;

/// One node. Only the members that its kind uses are set.
typedef struct {
  ctoml_kind kind;
  /// Where the value starts, from 1, columns in Unicode scalars; 0 where the parser does not know.
  uint32_t line;
  uint32_t column;
  /// The key, and where it starts; empty for the root and for elements of arrays.
  ctoml_text key;
  uint32_t key_line;
  uint32_t key_column;
  /// Number of children of a table or an array.
  size_t children;
  ctoml_text text;
  int64_t integer;
  double number;
  bool boolean;
  int32_t year;
  int32_t month;
  int32_t day;
} ctoml_node;

/// Why a buffer is not a document.
typedef struct {
  ctoml_text message;
  uint32_t line;
  uint32_t column;
} ctoml_error;

/// Parses `count` bytes. Null only where memory ran out.
///
/// The parser recurses over dotted keys: the caller bounds their length first.
ctoml_document *_Nullable ctoml_parse(const char *_Nonnull bytes, size_t count);

/// Frees the document; every text in it ends here.
void ctoml_free(ctoml_document *_Nonnull document);

/// True, with `error` filled in, where the buffer was not a document.
bool ctoml_get_error(const ctoml_document *_Nonnull document, ctoml_error *_Nonnull error);

/// Number of nodes, the root included; 0 after an error.
size_t ctoml_count(const ctoml_document *_Nonnull document);

/// The node at `index` in preorder, below `ctoml_count`.
ctoml_node ctoml_at(const ctoml_document *_Nonnull document, size_t index);

#ifdef __cplusplus
}
#endif
