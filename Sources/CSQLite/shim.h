#pragma once
#include <sqlite3.h>

// What Swift cannot call: a function with a variable number of arguments, and the constant that asks for a copy.

// A connection leaves the write-ahead log when it closes; the next one, or a thousand pages, bring it home.
static inline int tariffsim_sqlite_keeps_log(sqlite3 *database) {
  return sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
}

static inline int tariffsim_sqlite_bind_text(sqlite3_stmt *statement, int place, const char *text, int count) {
  return sqlite3_bind_text(statement, place, text, count, SQLITE_TRANSIENT);
}

static inline int tariffsim_sqlite_bind_blob(sqlite3_stmt *statement, int place, const void *bytes, int count) {
  return count == 0 ? sqlite3_bind_zeroblob(statement, place, 0)
                    : sqlite3_bind_blob(statement, place, bytes, count, SQLITE_TRANSIENT);
}
