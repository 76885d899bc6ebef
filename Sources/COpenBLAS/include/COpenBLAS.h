#pragma once
#include <cblas.h>
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
} tariffsim_openblas;

/// Loads the library, to be called once and before other threads are there: it sets variables of the environment, which are the
/// only way to tell OpenBLAS before it starts.
///
/// `reason` is set, and NULL returned, where the library or a function of it is missing.
const tariffsim_openblas *_Nullable tariffsim_load_openblas(const char *_Nullable *_Nonnull reason);
