import Distributions

/// Lower-tail quantiles of extreme shapes, computed with mpmath at 40 digits: bisection of the hypergeometric series of each
/// distribution function (for gamma of shape 10⁶ of mpmath's own incomplete gamma), rounded to the nearest double.
struct ExtremeQuantiles {
  static let probabilities = [0x1p-53, 1e-9, 0.01, 0.3]

  var distribution: Distribution
  var quantiles: [Double]

  static func all() throws -> [ExtremeQuantiles] {
    [
      ExtremeQuantiles(
        distribution: try .beta(alpha: 0.05, beta: 0.05),
        quantiles: [
          Double(bitPattern: 0x3_b46b_970f), 9.711_823_602_720_252e-175, 9.711_823_602_720_07e-35, 3.386_199_757_902_796e-05,
        ]),
      ExtremeQuantiles(
        distribution: try .beta(alpha: 0.5, beta: 3),
        quantiles: [
          3.506_048_467_648_941_4e-33, 2.844_444_444_444_445e-19, 2.844_552_328_873_524_6e-05, 0.026_522_285_810_497_318,
        ]),
      ExtremeQuantiles(
        distribution: try .beta(alpha: 2, beta: 1000),
        quantiles: [
          1.489_371_627_040_062_4e-11, 4.469_968_097_506_133_6e-08, 0.000_148_469_496_776_156, 0.001_096_199_730_989_644_2,
        ]),
      ExtremeQuantiles(
        distribution: try .beta(alpha: 300, beta: 200),
        quantiles: [0.417_335_076_540_459_5, 0.466_253_870_123_526_5, 0.548_557_694_608_682_9, 0.588_604_195_784_356]),
      ExtremeQuantiles(
        distribution: try .beta(alpha: 0.01, beta: 5),
        quantiles: [0.0, 0.0, 1.253_990_451_122_834_5e-201, 6.462_784_897_212_945e-54]),
      ExtremeQuantiles(
        distribution: try .gamma(shape: 0.01, scale: 1),
        quantiles: [0.0, 0.0, 5.660_738_147_061_947e-201, 2.917_417_191_745_868_7e-53]),
      ExtremeQuantiles(
        distribution: try .gamma(shape: 0.7, scale: 1),
        quantiles: [
          1.406_979_669_855_932_2e-23, 1.211_758_473_402_767e-13, 0.001_212_623_024_101_342_6, 0.172_519_800_333_608_53,
        ]),
      ExtremeQuantiles(
        distribution: try .gamma(shape: 30, scale: 1),
        quantiles: [4.029_979_447_767_459, 7.739_647_727_297_11, 18.742_425_764_901_892, 26.904_563_066_176_394]),
      ExtremeQuantiles(
        distribution: try .gamma(shape: 1000, scale: 1),
        quantiles: [762.070_537_026_186_6, 821.832_753_583_170_9, 927.908_159_796_642_5, 983.178_446_757_898_7]),
      ExtremeQuantiles(
        distribution: try .gamma(shape: 1e6, scale: 1),
        quantiles: [991812.582_219_299_9, 994013.846_049_051_6, 997675.122_859_925_3, 999475.357_917_235_9]),
      ExtremeQuantiles(
        distribution: try .studentT(degreesOfFreedom: 0.5),
        quantiles: [-8.344_111_562_456_538e+30, -1.028_491_156_316_339_8e+17, -1028.491_010_471_621_8, -1.009_525_878_607_166_1]),
      ExtremeQuantiles(
        distribution: try .studentT(degreesOfFreedom: 1),
        quantiles: [-2_867_080_569_611_329.5, -318_309_886.183_790_6, -31.820_515_953_773_956, -0.726_542_528_005_360_9]),
      ExtremeQuantiles(
        distribution: try .studentT(degreesOfFreedom: 2.5),
        quantiles: [-2_111_589.649_209_418_3, -3489.583_395_369_981_6, -5.353_111_173_030_874, -0.597_307_738_252_317_5]),
      ExtremeQuantiles(
        distribution: try .studentT(degreesOfFreedom: 1e6),
        quantiles: [-8.209_676_529_487_721, -5.997_862_455_710_895, -2.326_351_603_120_805_6, -0.524_400_679_860_208_9]),
    ]
  }
}
