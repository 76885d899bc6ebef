#include "COpenBLAS.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <sys/mman.h>

/// The kernels to take: what the processor can do, and not what OpenBLAS knows of its model. Processors younger than the library
/// would get those of 2004.
static const char *core(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("x86-64-v4")) return "SkylakeX";
  if (__builtin_cpu_supports("x86-64-v3")) return "Haswell";
#endif
  return NULL;
}

const tariffsim_openblas *tariffsim_load_openblas(const char **reason) {
  static tariffsim_openblas functions;
  // Two threads in a product change its last bits, and idle ones turn in circles for a while.
  setenv("OPENBLAS_NUM_THREADS", "1", 1);
  if (core()) setenv("OPENBLAS_CORETYPE", core(), 0);
  void *library = dlopen("libopenblas.so.0", RTLD_NOW | RTLD_LOCAL);
  if (library) {
    functions.dgemm = (__typeof__(functions.dgemm))dlsym(library, "cblas_dgemm");
    functions.dtrmm = (__typeof__(functions.dtrmm))dlsym(library, "cblas_dtrmm");
    functions.dsyrk = (__typeof__(functions.dsyrk))dlsym(library, "cblas_dsyrk");
    functions.dsyevd = (__typeof__(functions.dsyevd))dlsym(library, "dsyevd_");
    functions.core_name = (__typeof__(functions.core_name))dlsym(library, "openblas_get_corename");
    functions.config = (__typeof__(functions.config))dlsym(library, "openblas_get_config");
    functions.take_buffer = (__typeof__(functions.take_buffer))dlsym(library, "blas_memory_alloc");
    functions.give_back_buffer = (__typeof__(functions.give_back_buffer))dlsym(library, "blas_memory_free");
    if (functions.dgemm && functions.dtrmm && functions.dsyrk && functions.dsyevd && functions.core_name && functions.config)
      return &functions;
  }
  const char *error = dlerror();
  *reason = error ? error : "it lacks a function";
  return NULL;
}

bool tariffsim_take_openblas_buffers(const tariffsim_openblas *functions, int count) {
  enum { most = 512 };
  void *held[most];
  int taken = 0;
  if (count > most) count = most;
  while (taken < count) {
    held[taken] = mmap(NULL, tariffsim_openblas_buffer_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (held[taken] == MAP_FAILED) break;
    taken++;
  }
  for (int i = 0; i < taken; i++) munmap(held[i], tariffsim_openblas_buffer_size);
  if (taken < count) return false;
  if (functions->take_buffer && functions->give_back_buffer) {
    for (int i = 0; i < count; i++) held[i] = functions->take_buffer(0);
    for (int i = 0; i < count; i++) {
      if (held[i]) functions->give_back_buffer(held[i]);
    }
  }
  return true;
}
