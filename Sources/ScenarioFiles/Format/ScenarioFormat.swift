/// The format of scenario files.
package enum ScenarioFormat {
  /// The one version that is read.
  package static let version = 1
}
