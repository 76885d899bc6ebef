// Memory that the system does not give ends the program with a sentence and its own exit code.
//
// The language's runtime asks for memory everywhere and stops where it gets none, as it does at a mistake of the program, with a
// signal and no word. So the functions that it and the C library ask stand here, in front of the C library's, which do the work.

#include "CAllocation.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define HAS_OWN_ALLOCATION
#endif
#endif

#if defined(__GLIBC__) && !defined(HAS_OWN_ALLOCATION)

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *block, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

/// What the help calls too little memory.
enum { too_little_memory = 71 };

static _Noreturn void end(size_t size) {
  char words[240];
  int length = snprintf(
      words, sizeof words,
      "tariffsim: the system gives too little memory: %zu KB more were refused; raise its limit, as with 'ulimit -v unlimited', or "
      "use fewer threads, as with --threads 1\n",
      size / 1024 + 1);
  if (length > 0) {
    ssize_t written = write(STDERR_FILENO, words, (size_t)length);
    (void)written;
  }
  _exit(too_little_memory);
}

void *malloc(size_t size) {
  void *block = __libc_malloc(size);
  if (__builtin_expect(!block, 0)) end(size);
  return block;
}

void *calloc(size_t count, size_t size) {
  void *block = __libc_calloc(count, size);
  if (__builtin_expect(!block, 0)) end(count * size);
  return block;
}

void *realloc(void *block, size_t size) {
  void *moved = __libc_realloc(block, size);
  if (__builtin_expect(!moved && size > 0, 0)) end(size);
  return moved;
}

void *aligned_alloc(size_t alignment, size_t size) {
  void *block = __libc_memalign(alignment, size);
  if (__builtin_expect(!block, 0)) end(size);
  return block;
}

int posix_memalign(void **place, size_t alignment, size_t size) {
  *place = aligned_alloc(alignment, size);
  return 0;
}

#endif
