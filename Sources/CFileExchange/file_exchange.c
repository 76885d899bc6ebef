// renameat2(2) is hidden without this, and with it the Swift overlay of the C library does not see it either.
#define _GNU_SOURCE
#include "file_exchange.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>

static int renamed(const char *path, const char *place, unsigned flags) {
  return renameat2(AT_FDCWD, path, AT_FDCWD, place, flags) == 0 ? 0 : errno;
}

int tariffsim_rename_to_free(const char *path, const char *place) { return renamed(path, place, RENAME_NOREPLACE); }

int tariffsim_exchange(const char *path, const char *other) { return renamed(path, other, RENAME_EXCHANGE); }
