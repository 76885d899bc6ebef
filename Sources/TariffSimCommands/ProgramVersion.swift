/// The version of the program, said once.
package enum ProgramVersion {
  package static let text = "0.1.0"
}
