// Lets one call to the system fail, as on a disk that is full, broken or read-only: loaded before the C library.
//
// FAULT is "call number errno": the number-th call of that kind that makes or changes a file fails. It is told by making FAULT_MARK.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static atomic_int calls;

static int fails(const char *call) {
  const char *fault = getenv("FAULT");
  char wanted[16];
  int number, code;
  if (!fault || sscanf(fault, "%15s %d %d", wanted, &number, &code) != 3 || strcmp(wanted, call) != 0) return 0;
  if (atomic_fetch_add(&calls, 1) + 1 != number) return 0;
  const char *mark = getenv("FAULT_MARK");
  if (mark) syscall(SYS_close, syscall(SYS_openat, AT_FDCWD, mark, O_CREAT | O_WRONLY, 0600));
  errno = code;
  return 1;
}

#define NEXT(type, name, ...) ((type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name))

ssize_t write(int file, const void *bytes, size_t count) {
  if (file > 2 && fails("write")) return -1;
  return NEXT(ssize_t, "write", int, const void *, size_t)(file, bytes, count);
}

int fsync(int file) { return fails("fsync") ? -1 : NEXT(int, "fsync", int)(file); }

int rename(const char *path, const char *place) {
  return fails("rename") ? -1 : NEXT(int, "rename", const char *, const char *)(path, place);
}

int renameat2(int folder, const char *path, int other, const char *place, unsigned flags) {
  return fails("exchange") ? -1 : NEXT(int, "renameat2", int, const char *, int, const char *, unsigned)(folder, path, other, place, flags);
}

int mkdir(const char *path, mode_t mode) { return fails("mkdir") ? -1 : NEXT(int, "mkdir", const char *, mode_t)(path, mode); }

static int opens(const char *name, const char *path, int flags, mode_t mode) {
  if ((flags & O_ACCMODE) != O_RDONLY && fails("open")) return -1;
  return NEXT(int, name, const char *, int, ...)(path, flags, mode);
}

int open(const char *path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(list, mode_t) : 0;
  va_end(list);
  return opens("open", path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(list, mode_t) : 0;
  va_end(list);
  return opens("open64", path, flags, mode);
}
