#include "COpenBLAS.h"

#include <dlfcn.h>
#include <stdlib.h>

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
    if (functions.dgemm && functions.dtrmm && functions.dsyrk && functions.dsyevd && functions.core_name && functions.config)
      return &functions;
  }
  const char *error = dlerror();
  *reason = error ? error : "it lacks a function";
  return NULL;
}
