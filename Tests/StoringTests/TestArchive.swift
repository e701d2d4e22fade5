import Foundation
import TestSupport
import Testing

@testable import Storing

/// What keeps the archive of a test.
enum ArchiveEngine: String, CaseIterable, Sendable {
    case file, server

    /// Those that can be had here.
    static let available: [ArchiveEngine] =
        PostgreSQLTool.found == nil ? [.file] : [.file, .server]

    /// Of the test that runs.
    @TaskLocal static var current = ArchiveEngine.file
}

/// Runs each test of a suite once for every engine: what is shown of an archive holds wherever it is
/// kept.
struct EachEngine: SuiteTrait, TestTrait, TestScoping {
    let isRecursive = true

    @concurrent func provideScope(
        for test: Test, testCase: Test.Case?,
        performing function: @Sendable @concurrent () async throws -> Void
    ) async throws {
        for engine in ArchiveEngine.available {
            try await ArchiveEngine.$current.withValue(engine) { try await function() }
        }
    }
}

extension Trait where Self == EachEngine {
    static var eachEngine: EachEngine { EachEngine() }
}

/// An empty place for one archive, for one test.
struct TestArchive {
    let location: ArchiveLocation
    /// Removed with this.
    private let folder: ArchiveFolder?
    private let isSpread: Bool

    /// - Parameter isSpread: on a server, each of the first three parts gets some entries, so that what is
    ///   shown of an archive is shown of one in parts.
    init(_ engine: ArchiveEngine = .current, isSpread: Bool = true) throws {
        self.isSpread = isSpread
        switch engine {
        case .file:
            let folder = try ArchiveFolder()
            self.folder = folder
            location = .file(path: folder.path)
        case .server:
            folder = nil
            location = try ArchiveLocation(
                server: try #require(PostgreSQLCluster.shared).emptySchema())
        }
    }

    func open(isReadOnly: Bool = false) throws -> Store {
        let store = try Store(location, isReadOnly: isReadOnly)
        if isSpread, !isReadOnly { try store.writing(spread) }
        return store
    }

    private func spread(in database: Database) throws {
        guard case .postgreSQL = database.engine, try EntryPart.spans(in: database).count == 1
        else { return }
        try EntryPart.prepare(for: [EntryPart.span, 2 * EntryPart.span], in: database)
        // A key that is handed out, as opposed to one that an entry has brought along.
        try database.execute(
            sql: """
                CREATE FUNCTION spread() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entry) THEN
                        NEW.entry = NEW.entry
                            + least(NEW.entry / 3, 2) * \(EntryPart.span) * (NEW.entry < 1000)::int;
                    END IF;
                    RETURN NEW;
                END $$
                """)
        try database.execute(
            sql: """
                CREATE TRIGGER spread BEFORE INSERT ON entry_key
                FOR EACH ROW EXECUTE FUNCTION spread()
                """)
    }
}

struct EachEngineTests {
    @Test(.enabled(if: PostgreSQLTool.found != nil, "\(PostgreSQLTool.isMissing)"))
    func `what is shown of an archive is shown of one on a server, too`() {
        #expect(ArchiveEngine.available == ArchiveEngine.allCases)
    }

    @Test(.eachEngine) func `an archive is where the test wants it`() throws {
        #expect(try TestArchive().location.isServer == (ArchiveEngine.current == .server))
    }
}
