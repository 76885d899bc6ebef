// Exact percentiles of type 7 without sorting: a histogram finds the buckets that hold the wanted ranks, and only those are
// sorted.
#pragma once
#include <algorithm>
#include <cstdint>
#include <vector>

// Order statistics of x[0..n) by ascending ranks from 0; x stays as it is.
inline std::vector<double> orderStatistics(const double* x, size_t n, const std::vector<size_t>& ranks) {
  double least = x[0], greatest = x[0];
#pragma omp simd reduction(min : least) reduction(max : greatest)
  for (size_t i = 0; i < n; ++i) {
    least = x[i] < least ? x[i] : least;
    greatest = x[i] > greatest ? x[i] : greatest;
  }
  if (!(greatest > least)) return std::vector<double>(ranks.size(), least);
  const int buckets = 1 << 14;
  const double scale = (buckets - 1) / (greatest - least);
  std::vector<uint32_t> counts(buckets, 0);
  std::vector<uint16_t> bucketOf(n);
  for (size_t i = 0; i < n; ++i) {
    const uint16_t bucket = (uint16_t)(int)((x[i] - least) * scale);
    bucketOf[i] = bucket;
    ++counts[bucket];
  }
  // For each wanted rank the bucket that holds it, and its rank inside.
  std::vector<int> kept(buckets, -1);
  std::vector<std::vector<double>> contents;
  std::vector<std::pair<int, size_t>> places;
  size_t below = 0;
  for (int bucket = 0; bucket < buckets && places.size() < ranks.size(); ++bucket) {
    while (places.size() < ranks.size() && ranks[places.size()] < below + counts[bucket]) {
      if (kept[bucket] < 0) {
        kept[bucket] = (int)contents.size();
        contents.emplace_back();
        contents.back().reserve(counts[bucket]);
      }
      places.push_back({kept[bucket], ranks[places.size()] - below});
    }
    below += counts[bucket];
  }
  for (size_t i = 0; i < n; ++i) {
    const int slot = kept[bucketOf[i]];
    if (slot >= 0) contents[slot].push_back(x[i]);
  }
  for (std::vector<double>& values : contents) std::sort(values.begin(), values.end());
  std::vector<double> found;
  for (auto [slot, rank] : places) found.push_back(contents[slot][rank]);
  return found;
}

// Hyndman–Fan type 7, percents ascending.
inline std::vector<double> percentilesType7(const double* x, size_t n, const std::vector<double>& percents) {
  std::vector<size_t> ranks;
  std::vector<double> fractions;
  for (double percent : percents) {
    const double place = (n - 1) * percent / 100;
    const size_t rank = (size_t)place;
    ranks.push_back(rank);
    ranks.push_back(std::min(rank + 1, n - 1));
    fractions.push_back(place - rank);
  }
  const std::vector<double> found = orderStatistics(x, n, ranks);
  std::vector<double> values;
  for (size_t i = 0; i < percents.size(); ++i)
    values.push_back(found[2 * i] + fractions[i] * (found[2 * i + 1] - found[2 * i]));
  return values;
}
