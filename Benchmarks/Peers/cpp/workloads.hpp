// The constants of the two workloads, in the form in which the peers compute with them.
#pragma once
#include <cmath>
#include <string>
#include <vector>

#include "json.hpp"

// The most lines of W1 that the fixed arrays hold.
constexpr int kMostLines = 32;

struct BetaShape {
  double a, b;
};

inline BetaShape betaShape(const Json& value) { return {value["a"].number, value["b"].number}; }

struct W1 {
  int exports, imports, commitments, scenarios;
  // Exports: value, 1/(1 + duty), log mean and log sd of the elasticity, Cholesky factor of the correlation matrix.
  double value[kMostLines], perPower[kMostLines], logMean[kMostLines], logSd[kMostLines], factor[kMostLines][kMostLines];
  // Imports: value, tariff/(1 + tariff), log mean and log sd of the elasticity.
  double importValue[kMostLines], cut[kMostLines], importLogMean[kMostLines], importLogSd[kMostLines];
  BetaShape passThrough, cutPassThrough, fulfilment[kMostLines];
  double amount[kMostLines], lower[kMostLines], upper[kMostLines];
  // Scenarios: added rate (of all but the mixture), share of tariffs abolished, scale of the commitments.
  double rate[8], abolition[8], commit[8];
  int mixture = -1;
  std::vector<double> cumulative, mixtureLower, mixtureUpper;
  std::vector<std::string> names;
  std::vector<double> percentiles;
  long draws;

  explicit W1(const Json& w) {
    draws = (long)w["draws"].number;
    percentiles = w["percentiles"].numbers();
    const Json& lines = w["exports"];
    exports = (int)lines.size();
    for (int j = 0; j < exports; ++j) {
      value[j] = lines[j]["X0"].number;
      perPower[j] = 1 / (1 + lines[j]["t0"].number);
      lognormal(lines[j], logMean[j], logSd[j]);
    }
    cholesky(w["elasticity_gaussian_equicorrelation"].number);
    const Json& goods = w["imports"];
    imports = (int)goods.size();
    for (int k = 0; k < imports; ++k) {
      const double tariff = goods[k]["tPK"].number;
      importValue[k] = goods[k]["M0"].number;
      cut[k] = tariff / (1 + tariff);
      lognormal(goods[k], importLogMean[k], importLogSd[k]);
    }
    passThrough = betaShape(w["pass_through"]);
    cutPassThrough = betaShape(w["tariff_cut_pass_through"]);
    const Json& purchases = w["commitments"];
    commitments = (int)purchases.size();
    for (int m = 0; m < commitments; ++m) {
      amount[m] = purchases[m]["amount"].number;
      fulfilment[m] = betaShape(purchases[m]);
      lower[m] = purchases[m]["add_lo"].number;
      upper[m] = purchases[m]["add_hi"].number;
    }
    const Json& cases = w["scenarios"];
    scenarios = (int)cases.size();
    for (int s = 0; s < scenarios; ++s) {
      names.push_back(cases[s]["name"].string);
      abolition[s] = cases[s]["abolition"].number;
      commit[s] = cases[s]["commit"].number;
      const Json& added = cases[s]["dt"];
      if (added["kind"].string == "fixed") {
        rate[s] = added["value"].number;
        continue;
      }
      mixture = s;
      rate[s] = 0;
      mixtureLower = added["lo"].numbers();
      mixtureUpper = added["hi"].numbers();
      double sum = 0;
      for (double weight : added["weights"].numbers()) cumulative.push_back(sum += weight);
    }
  }

  // The rate of the mixture: its component by u, the place inside it by v.
  inline double mixed(double u, double v) const {
    size_t i = 0;
    while (i + 1 < cumulative.size() && u >= cumulative[i]) ++i;
    return mixtureLower[i] + (mixtureUpper[i] - mixtureLower[i]) * v;
  }

  // revenue_s10, imports_s10, balance_s10, revenue_s19, …
  std::string outputName(int output) const {
    static const char* const kinds[] = {"revenue_", "imports_", "balance_"};
    return kinds[output % 3] + names[output / 3];
  }

 private:
  static void lognormal(const Json& line, double& logMean, double& logSd) {
    const double mean = line["elasticity_mean"].number, sd = line["elasticity_sd"].number;
    const double variance = log1p(sd * sd / (mean * mean));
    logSd = sqrt(variance);
    logMean = log(mean) - 0.5 * variance;
  }

  // The whole factor: nothing uses that all correlations are equal.
  void cholesky(double correlation) {
    for (int i = 0; i < exports; ++i) {
      for (int j = 0; j <= i; ++j) {
        double rest = i == j ? 1.0 : correlation;
        for (int k = 0; k < j; ++k) rest -= factor[i][k] * factor[j][k];
        factor[i][j] = i == j ? sqrt(rest) : rest / factor[j][j];
      }
    }
  }
};

struct W2 {
  int lines, factors;
  double rate;
  BetaShape passThrough;
  // By line; the loadings factor by factor.
  std::vector<double> value, perPower, logMean, residualSd, loadings;
  std::vector<double> percentiles;
  long draws;

  explicit W2(const Json& w)
      : lines((int)w["J"].number),
        factors((int)w["K"].number),
        rate(w["dt"].number),
        passThrough(betaShape(w["pass_through"])),
        value(w["X0"].numbers()),
        logMean(w["mu"].numbers()),
        residualSd(w["sigma"].numbers()),
        loadings((size_t)lines * factors),
        percentiles(w["percentiles"].numbers()),
        draws((long)w["draws"].number) {
    for (double duty : w["t0"].numbers()) perPower.push_back(1 / (1 + duty));
    for (int j = 0; j < lines; ++j) {
      for (int k = 0; k < factors; ++k) loadings[(size_t)k * lines + j] = w["Lambda"][j][k].number;
    }
  }
};
