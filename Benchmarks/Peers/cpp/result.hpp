// Arguments, clock and the result line that all peers share.
#pragma once
#include <sys/resource.h>

#include <chrono>
#include <cstdint>

#include "percentiles.hpp"
#include "workloads.hpp"

struct Arguments {
  long draws = 0;
  int threads = 1;
  uint64_t seed = 12345;
  std::string workload = "w1", file;

  Arguments(int count, char** words) {
    for (int i = 1; i + 1 < count; i += 2) {
      const std::string name = words[i], value = words[i + 1];
      if (name == "--draws") {
        draws = atol(value.c_str());
      } else if (name == "--threads") {
        threads = atoi(value.c_str());
      } else if (name == "--seed") {
        seed = strtoull(value.c_str(), nullptr, 10);
      } else if (name == "--case") {
        workload = value;
      } else {
        fprintf(stderr, "unknown option %s\n", name.c_str());
        exit(64);
      }
    }
    // The program is in build/, beside the workloads.
    const std::string program = words[0];
    file = program.substr(0, program.find_last_of('/') + 1) + workload + ".json";
  }
};

inline double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

struct Output {
  std::string name;
  std::vector<double> percentiles;
  double mean, sd;

  Output(std::string name, const double* x, size_t n, const std::vector<double>& percents)
      : name(name), percentiles(percentilesType7(x, n, percents)) {
    double sum = 0, squares = 0;
    for (size_t i = 0; i < n; ++i) sum += x[i];
    mean = sum / n;
    for (size_t i = 0; i < n; ++i) squares += (x[i] - mean) * (x[i] - mean);
    sd = sqrt(squares / (n - 1));
  }
};

// The outputs of columns of draws, on all threads.
template <class Name>
std::vector<Output> summarise(const std::vector<double*>& columns, size_t n, const std::vector<double>& percents, Name name) {
  std::vector<Output*> made(columns.size());
#pragma omp parallel for schedule(dynamic, 1)
  for (size_t o = 0; o < columns.size(); ++o) made[o] = new Output(name((int)o), columns[o], n, percents);
  std::vector<Output> outputs;
  for (Output* output : made) {
    outputs.push_back(*output);
    delete output;
  }
  return outputs;
}

inline void printResult(const char* peer, const char* workload, long draws, int threads, double start, double simulated,
                        const std::vector<Output>& outputs, const std::vector<double>& percents) {
  const double end = now();
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  printf("{\"peer\":\"%s\",\"workload\":\"%s\",\"draws\":%ld,\"threads\":%d,\"seconds\":%.6f,\"seconds_simulate\":%.6f,", peer,
         workload, draws, threads, end - start, simulated - start);
  printf("\"seconds_quantiles\":%.6f,\"max_rss_mb\":%.1f,\"outputs\":{", end - simulated, usage.ru_maxrss / 1024.0);
  for (size_t i = 0; i < outputs.size(); ++i) {
    const Output& output = outputs[i];
    printf("%s\"%s\":{", i ? "," : "", output.name.c_str());
    for (size_t k = 0; k < percents.size(); ++k) {
      if (percents[k] == 5 || percents[k] == 50 || percents[k] == 95)
        printf("\"p%02g\":%.9g,", percents[k], output.percentiles[k]);
    }
    printf("\"mean\":%.12g,\"sd\":%.9g,\"percentiles\":{", output.mean, output.sd);
    for (size_t k = 0; k < percents.size(); ++k) printf("%s\"%g\":%.9g", k ? "," : "", percents[k], output.percentiles[k]);
    printf("}}");
  }
  printf("}}\n");
}
