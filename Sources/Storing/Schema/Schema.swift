import GRDB

/// The tables, and how an archive of an earlier version becomes one of this.
///
/// Times are whole seconds since 1970 in UTC. What must be unique is so by a constraint.
enum Schema {
    /// "Ears" in ASCII: marks the file as ours (SQLite file format §1.2.15).
    static let applicationID = 0x4561_7273
    /// Also the number of migrations.
    static let version = 14

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        let versions = [
            first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh,
            twelfth, thirteenth, fourteenth,
        ]
        for (number, sql) in zip(1..., versions) {
            migrator.registerMigration("\(number)") { database in
                try database.execute(sql: sql)
                if number == 1 {
                    try database.execute(sql: "PRAGMA application_id = \(applicationID)")
                }
                try database.execute(sql: "PRAGMA user_version = \(number)")
            }
        }
        return migrator
    }
}
