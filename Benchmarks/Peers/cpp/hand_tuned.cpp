// The peer a good C++ programmer writes without a vendor's library: xoshiro256++, a ziggurat of 256 layers, Marsaglia and
// Tsang's gamma, structure of arrays, and -ffast-math, with which g++ takes the vector exp and log of glibc. One generator a
// block, so the result does not depend on the number of threads.
//
// Sources: Blackman and Vigna 2021, doi:10.1145/3460772; Marsaglia and Tsang 2000, doi:10.18637/jss.v005.i08 (ziggurat) and
// doi:10.1145/358407.358414 (gamma).
#include <omp.h>

#include "result.hpp"

namespace {

struct Ziggurat {
  double x[257], f[257];

  Ziggurat() {
    const double tail = 3.6541528853610088, area = 0.00492867323399;
    x[0] = area / exp(-0.5 * tail * tail);
    x[1] = tail;
    for (int i = 2; i < 256; ++i) x[i] = sqrt(-2 * log(area / x[i - 1] + exp(-0.5 * x[i - 1] * x[i - 1])));
    x[256] = 0;
    for (int i = 0; i < 257; ++i) f[i] = exp(-0.5 * x[i] * x[i]);
  }
};

const Ziggurat ziggurat;

class Generator {
 public:
  // The state by SplitMix64.
  explicit Generator(uint64_t seed) {
    for (uint64_t& word : state) {
      seed += 0x9E3779B97F4A7C15ull;
      uint64_t z = seed;
      z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
      z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
      word = z ^ (z >> 31);
    }
  }

  inline double uniform() { return (next() >> 11) * 0x1p-53 + 0x1p-54; }

  inline double normal() {
    for (;;) {
      const uint64_t bits = next();
      const int layer = bits & 255;
      const double u = (double)((int64_t)bits >> 11) * 0x1p-52;
      const double z = u * ziggurat.x[layer];
      if (__builtin_fabs(z) < ziggurat.x[layer + 1]) return z;
      if (layer == 0) {
        double x, y;
        do {
          x = -log(uniform()) / ziggurat.x[1];
          y = -log(uniform());
        } while (y + y < x * x);
        return u < 0 ? -(ziggurat.x[1] + x) : ziggurat.x[1] + x;
      }
      if (ziggurat.f[layer] + uniform() * (ziggurat.f[layer + 1] - ziggurat.f[layer]) < exp(-0.5 * z * z)) return z;
    }
  }

  inline double beta(BetaShape shape) {
    const double x = gamma(shape.a), y = gamma(shape.b);
    return x / (x + y);
  }

 private:
  static inline uint64_t rotated(uint64_t x, int bits) { return (x << bits) | (x >> (64 - bits)); }

  inline uint64_t next() {
    const uint64_t result = rotated(state[0] + state[3], 23) + state[0], t = state[1] << 17;
    state[2] ^= state[0];
    state[3] ^= state[1];
    state[1] ^= state[2];
    state[0] ^= state[3];
    state[2] ^= t;
    state[3] = rotated(state[3], 45);
    return result;
  }

  // Shapes of at least 1, as all of the workloads are.
  inline double gamma(double shape) {
    const double d = shape - 1.0 / 3, c = 1 / sqrt(9 * d);
    for (;;) {
      const double x = normal(), root = 1 + c * x;
      if (root <= 0) continue;
      const double v = root * root * root, u = uniform();
      if (u < 1 - 0.0331 * x * x * x * x) return d * v;
      if (log(u) < 0.5 * x * x + d * (1 - v + log(v))) return d * v;
    }
  }

  uint64_t state[4];
};

constexpr long kBlock = 512;
constexpr long kBlockW2 = 16;

// The columns of one block of W1.
struct Workspace {
  std::vector<double> normals, elasticities, phi, psi, purchases, added, mixedRate;

  explicit Workspace(const W1& w)
      : normals(w.exports * kBlock),
        elasticities((w.exports + w.imports) * kBlock),
        phi(kBlock),
        psi(kBlock),
        purchases(kBlock),
        added(kBlock),
        mixedRate(kBlock) {}
};

void draw(const W1& w, Generator& generator, Workspace& space) {
  for (double& z : space.normals) z = generator.normal();
  for (long i = w.exports * kBlock; i < (w.exports + w.imports) * kBlock; ++i) space.elasticities[i] = generator.normal();
  for (long t = 0; t < kBlock; ++t) {
    space.phi[t] = generator.beta(w.passThrough);
    space.psi[t] = generator.beta(w.cutPassThrough);
    double sum = 0;
    for (int m = 0; m < w.commitments; ++m) {
      const double fulfilled = generator.beta(w.fulfilment[m]);
      sum += w.amount[m] * fulfilled * (w.lower[m] + (w.upper[m] - w.lower[m]) * generator.uniform());
    }
    space.purchases[t] = sum;
    const double u = generator.uniform(), v = generator.uniform();
    space.mixedRate[t] = w.mixed(u, v);
  }
}

// Negative elasticities, all lines.
void formElasticities(const W1& w, Workspace& space) {
  for (int i = 0; i < w.exports; ++i) {
    double* e = &space.elasticities[i * kBlock];
    for (long t = 0; t < kBlock; ++t) e[t] = w.logMean[i];
    for (int k = 0; k <= i; ++k) {
      const double loading = w.logSd[i] * w.factor[i][k];
      const double* z = &space.normals[k * kBlock];
      for (long t = 0; t < kBlock; ++t) e[t] += loading * z[t];
    }
    for (long t = 0; t < kBlock; ++t) e[t] = -exp(e[t]);
  }
  for (int i = 0; i < w.imports; ++i) {
    double* e = &space.elasticities[(w.exports + i) * kBlock];
    for (long t = 0; t < kBlock; ++t) e[t] = -exp(w.importLogMean[i] + w.importLogSd[i] * e[t]);
  }
}

void runScenario(const W1& w, int s, Workspace& space, long count, double* revenue, double* imported, double* balance) {
  double sum[kBlock], bought[kBlock];
  for (long t = 0; t < kBlock; ++t) space.added[t] = space.phi[t] * (s == w.mixture ? space.mixedRate[t] : w.rate[s]);
  for (long t = 0; t < kBlock; ++t) {
    sum[t] = 0;
    bought[t] = w.commit[s] * space.purchases[t];
  }
  for (int j = 0; j < w.exports; ++j) {
    const double *e = &space.elasticities[j * kBlock], c = w.perPower[j], value = w.value[j];
    for (long t = 0; t < kBlock; ++t) sum[t] += value * exp(e[t] * log(1.0 + c * space.added[t]));
  }
  for (int k = 0; k < w.imports; ++k) {
    const double *e = &space.elasticities[(w.exports + k) * kBlock], c = -w.abolition[s] * w.cut[k], value = w.importValue[k];
    for (long t = 0; t < kBlock; ++t) bought[t] += value * exp(e[t] * log(1.0 + c * space.psi[t]));
  }
  for (long t = 0; t < count; ++t) {
    revenue[t] = sum[t];
    imported[t] = bought[t];
    balance[t] = sum[t] - bought[t];
  }
}

void runW1(const Arguments& arguments, const W1& w) {
  const long draws = arguments.draws ? arguments.draws : w.draws, blocks = (draws + kBlock - 1) / kBlock;
  const double start = now();
  std::vector<std::vector<double>> memory(3 * w.scenarios);
  std::vector<double*> columns;
  for (std::vector<double>& column : memory) {
    column.resize(draws);
    columns.push_back(column.data());
  }
#pragma omp parallel
  {
    Workspace space(w);
#pragma omp for schedule(dynamic, 2)
    for (long block = 0; block < blocks; ++block) {
      Generator generator(arguments.seed * 0x100000001B3ull + block);
      const long first = block * kBlock, count = std::min(kBlock, draws - first);
      draw(w, generator, space);
      formElasticities(w, space);
      for (int s = 0; s < w.scenarios; ++s) {
        runScenario(w, s, space, count, columns[3 * s] + first, columns[3 * s + 1] + first, columns[3 * s + 2] + first);
      }
    }
  }
  const double simulated = now();
  const auto outputs = summarise(columns, draws, w.percentiles, [&](int output) { return w.outputName(output); });
  printResult("cpp_fast", "W1", draws, arguments.threads, start, simulated, outputs, w.percentiles);
}

void runW2(const Arguments& arguments, const W2& w) {
  const long draws = arguments.draws ? arguments.draws : w.draws, blocks = (draws + kBlockW2 - 1) / kBlockW2;
  const double start = now();
  std::vector<double> revenue(draws);
#pragma omp parallel
  {
    std::vector<double> e(w.lines);
#pragma omp for schedule(dynamic, 4)
    for (long block = 0; block < blocks; ++block) {
      Generator generator(arguments.seed * 1000003 + block);
      for (long i = block * kBlockW2; i < std::min(draws, (block + 1) * kBlockW2); ++i) {
        const double added = w.rate * generator.beta(w.passThrough);
        for (int j = 0; j < w.lines; ++j) e[j] = w.logMean[j] + w.residualSd[j] * generator.normal();
        for (int k = 0; k < w.factors; ++k) {
          const double z = generator.normal(), *loading = &w.loadings[(size_t)k * w.lines];
          for (int j = 0; j < w.lines; ++j) e[j] += loading[j] * z;
        }
        double sum = 0;
        for (int j = 0; j < w.lines; ++j) sum += w.value[j] * exp(-exp(e[j]) * log(1.0 + w.perPower[j] * added));
        revenue[i] = sum;
      }
    }
  }
  const double simulated = now();
  const auto outputs = summarise({revenue.data()}, draws, w.percentiles, [](int) { return std::string("revenue"); });
  printResult("cpp_fast", "W2", draws, arguments.threads, start, simulated, outputs, w.percentiles);
}

}  // namespace

int main(int count, char** words) {
  const Arguments arguments(count, words);
  omp_set_num_threads(arguments.threads);
  const Json workload = JsonReader::read(arguments.file);
  if (arguments.workload == "w1") {
    runW1(arguments, W1(workload));
  } else {
    runW2(arguments, W2(workload));
  }
}
