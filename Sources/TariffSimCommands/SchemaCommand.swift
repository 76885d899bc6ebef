internal import CommandLineKit

/// `tariffsim schema`: the JSON Schema of scenario files.
struct SchemaCommand {
  var pipeline: RunPipeline
  var console: Console

  func run() throws(CommandFailure) -> ExitCode {
    try console.print(pipeline.schema())
    return .success
  }
}
