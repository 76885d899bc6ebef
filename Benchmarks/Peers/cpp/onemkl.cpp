// The strongest peer: oneMKL's streams (VSL: Philox4x32-10, normals by inversion, beta) and vector functions (VML: exp, ln, at
// the accuracy LA), OpenMP over blocks of draws. One stream a block, so the result does not depend on the number of threads.
#include <mkl.h>
#include <omp.h>

#include "result.hpp"

namespace {

constexpr long kBlock = 1024;
constexpr long kBlockW2 = 32;
constexpr unsigned kMode = VML_LA | VML_FTZDAZ_ON | VML_ERRMODE_IGNORE;

void check(int status) {
  if (status == 0) return;
  fprintf(stderr, "oneMKL failed with %d\n", status);
  exit(70);
}

class Stream {
 public:
  Stream(uint64_t seed, uint64_t block) {
    const unsigned words[6] = {(unsigned)seed, (unsigned)(seed >> 32), 0, 0, (unsigned)block, (unsigned)(block >> 32)};
    check(vslNewStreamEx(&stream, VSL_BRNG_PHILOX4X32X10, 6, words));
  }
  ~Stream() { vslDeleteStream(&stream); }

  void normals(long n, double* to) { check(vdRngGaussian(VSL_RNG_METHOD_GAUSSIAN_ICDF, stream, (MKL_INT)n, to, 0, 1)); }
  void uniforms(long n, double* to) { check(vdRngUniform(VSL_RNG_METHOD_UNIFORM_STD, stream, (MKL_INT)n, to, 0, 1)); }
  void betas(long n, double* to, BetaShape shape) {
    check(vdRngBeta(VSL_RNG_METHOD_BETA_CJA, stream, (MKL_INT)n, to, shape.a, shape.b, 0, 1));
  }

 private:
  VSLStreamStatePtr stream;
};

// Doubles on a cache line.
class Memory {
 public:
  explicit Memory(size_t count) : start((double*)mkl_malloc(count * sizeof(double), 64)) {}
  Memory(Memory&& other) : start(other.start) { other.start = nullptr; }
  ~Memory() { mkl_free(start); }
  operator double*() const { return start; }

 private:
  double* start;
};

// y ← base^y for negated exponents: exp(−y·ln base).
void powerOfNegated(long n, double* base, const double* exponent) {
  vdLn((MKL_INT)n, base, base);
  for (long i = 0; i < n; ++i) base[i] *= -exponent[i];
  vdExp((MKL_INT)n, base, base);
}

// The columns of one block of W1.
struct Workspace {
  Memory normals, elasticities, powers, phi, psi, fulfilled, uniforms, purchases, added;

  explicit Workspace(const W1& w)
      : normals(w.exports * kBlock),
        elasticities((w.exports + w.imports) * kBlock),
        powers(std::max(w.exports, w.imports) * kBlock),
        phi(kBlock),
        psi(kBlock),
        fulfilled(w.commitments * kBlock),
        uniforms((w.commitments + 2) * kBlock),
        purchases(kBlock),
        added(kBlock) {}
};

void draw(const W1& w, Stream& stream, Workspace& space) {
  stream.normals(w.exports * kBlock, space.normals);
  stream.normals(w.imports * kBlock, space.elasticities + w.exports * kBlock);
  stream.uniforms((w.commitments + 2) * kBlock, space.uniforms);
  stream.betas(kBlock, space.phi, w.passThrough);
  stream.betas(kBlock, space.psi, w.cutPassThrough);
  for (int m = 0; m < w.commitments; ++m) stream.betas(kBlock, space.fulfilled + m * kBlock, w.fulfilment[m]);
}

void formElasticities(const W1& w, Workspace& space) {
  for (int i = 0; i < w.exports; ++i) {
    double* e = space.elasticities + i * kBlock;
    for (long t = 0; t < kBlock; ++t) e[t] = w.logMean[i];
    for (int k = 0; k <= i; ++k) {
      const double loading = w.logSd[i] * w.factor[i][k];
      const double* z = space.normals + k * kBlock;
      for (long t = 0; t < kBlock; ++t) e[t] += loading * z[t];
    }
  }
  for (int i = 0; i < w.imports; ++i) {
    double* e = space.elasticities + (w.exports + i) * kBlock;
    for (long t = 0; t < kBlock; ++t) e[t] = w.importLogMean[i] + w.importLogSd[i] * e[t];
  }
  vdExp((MKL_INT)((w.exports + w.imports) * kBlock), space.elasticities, space.elasticities);
}

void formPurchases(const W1& w, Workspace& space) {
  double* sum = space.purchases;
  for (long t = 0; t < kBlock; ++t) sum[t] = 0;
  for (int m = 0; m < w.commitments; ++m) {
    const double *f = space.fulfilled + m * kBlock, *u = space.uniforms + m * kBlock;
    const double amount = w.amount[m], lower = w.lower[m], width = w.upper[m] - w.lower[m];
    for (long t = 0; t < kBlock; ++t) sum[t] += amount * f[t] * (lower + width * u[t]);
  }
}

void runScenario(const W1& w, int s, Workspace& space, long count, double* revenue, double* imported, double* balance) {
  const double *phi = space.phi, *psi = space.psi, *purchases = space.purchases;
  double* added = space.added;
  if (s == w.mixture) {
    const double *u = space.uniforms + w.commitments * kBlock, *v = u + kBlock;
    for (long t = 0; t < kBlock; ++t) added[t] = phi[t] * w.mixed(u[t], v[t]);
  } else {
    for (long t = 0; t < kBlock; ++t) added[t] = phi[t] * w.rate[s];
  }
  for (int j = 0; j < w.exports; ++j) {
    double* x = space.powers + j * kBlock;
    const double c = w.perPower[j];
    for (long t = 0; t < kBlock; ++t) x[t] = 1.0 + c * added[t];
  }
  powerOfNegated(w.exports * kBlock, space.powers, space.elasticities);
  for (long t = 0; t < count; ++t) revenue[t] = 0;
  for (int j = 0; j < w.exports; ++j) {
    const double *x = space.powers + j * kBlock, value = w.value[j];
    for (long t = 0; t < count; ++t) revenue[t] += value * x[t];
  }
  for (int k = 0; k < w.imports; ++k) {
    double* x = space.powers + k * kBlock;
    const double c = -w.abolition[s] * w.cut[k];
    for (long t = 0; t < kBlock; ++t) x[t] = 1.0 + c * psi[t];
  }
  powerOfNegated(w.imports * kBlock, space.powers, space.elasticities + w.exports * kBlock);
  for (long t = 0; t < count; ++t) imported[t] = w.commit[s] * purchases[t];
  for (int k = 0; k < w.imports; ++k) {
    const double *x = space.powers + k * kBlock, value = w.importValue[k];
    for (long t = 0; t < count; ++t) imported[t] += value * x[t];
  }
  for (long t = 0; t < count; ++t) balance[t] = revenue[t] - imported[t];
}

void runW1(const Arguments& arguments, const W1& w) {
  const long draws = arguments.draws ? arguments.draws : w.draws, blocks = (draws + kBlock - 1) / kBlock;
  const double start = now();
  std::vector<Memory> memory;
  std::vector<double*> columns;
  for (int output = 0; output < 3 * w.scenarios; ++output) {
    memory.emplace_back(draws);
    columns.push_back(memory.back());
  }
#pragma omp parallel
  {
    vmlSetMode(kMode);
    Workspace space(w);
#pragma omp for schedule(dynamic, 4)
    for (long block = 0; block < blocks; ++block) {
      Stream stream(arguments.seed, block);
      const long first = block * kBlock, count = std::min(kBlock, draws - first);
      draw(w, stream, space);
      formElasticities(w, space);
      formPurchases(w, space);
      for (int s = 0; s < w.scenarios; ++s) {
        runScenario(w, s, space, count, columns[3 * s] + first, columns[3 * s + 1] + first, columns[3 * s + 2] + first);
      }
    }
  }
  const double simulated = now();
  const auto outputs = summarise(columns, draws, w.percentiles, [&](int output) { return w.outputName(output); });
  printResult("cpp_mkl_avx512", "W1", draws, arguments.threads, start, simulated, outputs, w.percentiles);
}

void runW2(const Arguments& arguments, const W2& w) {
  const long draws = arguments.draws ? arguments.draws : w.draws, blocks = (draws + kBlockW2 - 1) / kBlockW2;
  const int lines = w.lines, factors = w.factors;
  const double start = now();
  const Memory revenue(draws);
#pragma omp parallel
  {
    vmlSetMode(kMode);
    const Memory z(factors * kBlockW2), elasticities(lines * kBlockW2), powers(lines * kBlockW2), phi(kBlockW2);
#pragma omp for schedule(dynamic, 8)
    for (long block = 0; block < blocks; ++block) {
      const long first = block * kBlockW2, count = std::min(kBlockW2, draws - first);
      Stream stream(arguments.seed, block);
      stream.normals(factors * kBlockW2, z);
      stream.normals(lines * kBlockW2, elasticities);
      stream.betas(kBlockW2, phi, w.passThrough);
      for (long t = 0; t < kBlockW2; ++t) {
        double *e = elasticities + t * lines, *x = powers + t * lines;
        const double added = phi[t] * w.rate;
        for (int j = 0; j < lines; ++j) {
          e[j] = w.logMean[j] + w.residualSd[j] * e[j];
          x[j] = 1.0 + w.perPower[j] * added;
        }
      }
      cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, (MKL_INT)kBlockW2, lines, factors, 1.0, z, factors,
                  w.loadings.data(), lines, 1.0, elasticities, lines);
      vdExp((MKL_INT)(lines * kBlockW2), elasticities, elasticities);
      powerOfNegated(lines * kBlockW2, powers, elasticities);
      for (long t = 0; t < count; ++t) {
        const double* x = powers + t * lines;
        double sum = 0;
        for (int j = 0; j < lines; ++j) sum += w.value[j] * x[j];
        revenue[first + t] = sum;
      }
    }
  }
  const double simulated = now();
  const auto outputs = summarise({revenue}, draws, w.percentiles, [](int) { return std::string("revenue"); });
  printResult("cpp_mkl_avx512", "W2", draws, arguments.threads, start, simulated, outputs, w.percentiles);
}

}  // namespace

int main(int count, char** words) {
  const Arguments arguments(count, words);
  omp_set_num_threads(arguments.threads);
  mkl_set_num_threads(1);
  const Json workload = JsonReader::read(arguments.file);
  if (arguments.workload == "w1") {
    runW1(arguments, W1(workload));
  } else {
    runW2(arguments, W2(workload));
  }
}
