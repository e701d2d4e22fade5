/// What keeps an archive: a file of SQLite's, or a PostgreSQL server.
protocol StoreEngine: Sendable {
    /// Has a body read the archive as it is at one moment, and change nothing.
    ///
    /// A server's engine calls it again, from the beginning, where the connection was lost.
    func read<Value>(_ body: (Database) throws -> Value) throws -> Value

    /// The same for a body that hands on what it reads, which cannot be taken back: once anything was
    /// answered, it is not called again.
    func readOnce<Value>(_ body: (Database) throws -> Value) throws -> Value

    /// Has a body change the archive, all of it or nothing.
    ///
    /// A server's engine calls it again, from the beginning, where another transaction was in its way
    /// or the connection was lost before it was known to be kept.
    ///
    /// - Parameter isKept: whether the changes stay when it is done.
    func write<Value>(isKept: Bool, _ body: (Database) throws -> Value) throws -> Value

    /// The same without holding up a task's thread.
    func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value)
        async throws -> Value

    func write<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value)
        async throws -> Value
}
