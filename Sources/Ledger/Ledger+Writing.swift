extension Ledger {
  /// Adds an entry, all or nothing of it, and returns its number.
  package func add(_ entry: LedgerEntry) throws(LedgerFailure) -> Int {
    try transaction { () throws(LedgerFailure) in
      let keep = try statement("INSERT OR IGNORE INTO text VALUES (?, ?)")
      for text in entry.inputs + [entry.assumptions, entry.report].compactMap({ $0 }) {
        try keep.run(.text(text.digest), .blob(text.bytes))
      }
      let run = try statement(
        """
        INSERT INTO run (question, stem, title, identity, working_folder, result_folder, completed, wall_seconds,
          program_version, source_commit, draws, seed, design, assumptions, report, program_file)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
        """)
      // A seed may be larger than the integers of the database.
      try run.bind([
        .text(entry.question), .text(entry.stem), .text(entry.title), .text(entry.identity), .text(entry.workingFolder),
        .text(entry.resultFolder), .text(entry.date), .number(entry.wallSeconds), .text(entry.programVersion),
        entry.commit.map { .text($0) } ?? .null, .integer(entry.draws), .text(String(entry.seed)), .text(entry.design),
        entry.assumptions.map { .text($0.digest) } ?? .null, entry.report.map { .text($0.digest) } ?? .null,
        .text(entry.programFile),
      ])
      guard try run.step() else { throw .missing }
      let id = run.integer(0)
      _ = try run.step()
      let argument = try statement("INSERT INTO argument VALUES (?, ?, ?)")
      for (place, word) in entry.arguments.enumerated() { try argument.run(.integer(id), .integer(place), .text(word)) }
      let input = try statement("INSERT INTO input VALUES (?, ?, ?, ?)")
      for (place, text) in entry.inputs.enumerated() {
        try input.run(.integer(id), .integer(place), .text(text.name), .text(text.digest))
      }
      let setting = try statement("INSERT INTO setting VALUES (?, ?, ?, ?)")
      for (place, own) in entry.settings.enumerated() {
        try setting.run(.integer(id), .integer(place), .text(own.path), .text(own.value))
      }
      let figure = try statement("INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
      for (place, own) in entry.figures.enumerated() {
        try figure.run(
          .integer(id), .integer(place), .text(own.scenario), .text(own.period), .text(own.outcome), .text(own.unit),
          .text(own.statistic), .number(own.value), own.standardError.map { .number($0) } ?? .null)
      }
      return id
    }
  }

  /// Forgets the entries with these numbers, and texts that no other has.
  package func remove(_ ids: [Int]) throws(LedgerFailure) {
    try transaction { () throws(LedgerFailure) in
      let run = try statement("DELETE FROM run WHERE id = ?")
      for id in ids { try run.run(.integer(id)) }
      try execute(
        """
        DELETE FROM text WHERE digest NOT IN (SELECT digest FROM input)
          AND digest NOT IN (SELECT assumptions FROM run WHERE assumptions IS NOT NULL)
          AND digest NOT IN (SELECT report FROM run WHERE report IS NOT NULL)
        """)
    }
  }
}
