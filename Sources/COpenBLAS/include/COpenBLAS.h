#pragma once
#include <cblas.h>
#include <stdbool.h>
#include <stddef.h>

/// The functions of OpenBLAS and of the LAPACK in it.
typedef struct {
  __typeof__(cblas_dgemm) *_Nonnull dgemm;
  __typeof__(cblas_dtrmm) *_Nonnull dtrmm;
  __typeof__(cblas_dsyrk) *_Nonnull dsyrk;
  /// Eigenvalues, and on request eigenvectors, of a symmetric matrix by divide and conquer. LAPACK in OpenBLAS comes without a
  /// header; the trailing arguments are the lengths of the strings, as gfortran passes them.
  void (*_Nonnull dsyevd)(const char *_Nonnull jobz, const char *_Nonnull uplo, const blasint *_Nonnull n, double *_Nonnull a,
                          const blasint *_Nonnull lda, double *_Nonnull w, double *_Nonnull work,
                          const blasint *_Nonnull lwork, blasint *_Nonnull iwork, const blasint *_Nonnull liwork,
                          blasint *_Nonnull info, size_t jobz_length, size_t uplo_length);
  char *_Nonnull (*_Nonnull core_name)(void);
  char *_Nonnull (*_Nonnull config)(void);
  /// A buffer for the products of one thread, kept for the next one once it is given back. They are no part of OpenBLAS's header,
  /// and a build need not have them.
  void *_Nullable (*_Nullable take_buffer)(int procedure);
  void (*_Nullable give_back_buffer)(void *_Nonnull buffer);
} tariffsim_openblas;

/// Loads the library, to be called once and before other threads are there: it sets variables of the environment, which are the
/// only way to tell OpenBLAS before it starts.
///
/// `reason` is set, and NULL returned, where the library or a function of it is missing.
const tariffsim_openblas *_Nullable tariffsim_load_openblas(const char *_Nullable *_Nonnull reason);

/// The address space of one buffer: what OpenBLAS maps for every thread that multiplies while others do.
///
/// `BUFFER_SIZE` of its common_*.h, 128 MiB where it is largest.
static const size_t tariffsim_openblas_buffer_size = (size_t)32 << 22;

/// Takes the buffers of so many threads, at most 512, so that products need no more memory; to be called while no other thread
/// multiplies.
///
/// OpenBLAS itself asks again and again, for ever, where the system refuses one. So the same space is asked for first, and
/// false returned where it is not given.
bool tariffsim_take_openblas_buffers(const tariffsim_openblas *_Nonnull functions, int count);
