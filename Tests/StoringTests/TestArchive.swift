import Foundation
import Storing
import TestSupport
import Testing

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

    init(_ engine: ArchiveEngine = .current) throws {
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
        try Store(location, isReadOnly: isReadOnly)
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
