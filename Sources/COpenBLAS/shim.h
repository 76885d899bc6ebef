#pragma once
#include <cblas.h>
#include <stddef.h>

// LAPACK in OpenBLAS comes without a header. The trailing arguments are the lengths of the strings, as gfortran passes them.

/// Eigenvalues, and on request eigenvectors, of a symmetric matrix.
void dsyev_(const char *jobz, const char *uplo, const blasint *n, double *a, const blasint *lda, double *w, double *work,
            const blasint *lwork, blasint *info, size_t jobz_length, size_t uplo_length);
