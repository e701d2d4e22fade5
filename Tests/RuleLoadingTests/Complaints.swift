import RuleLoading
import TestSupport

/// What loading a made-up workspace complains of, a line a mistake.
enum Complaints {
    static func ofFeeds(_ files: [String: String]) throws -> [String] {
        try TemporaryFolder.with(files) { folder in
            try ofFeeds(in: folder)
        }
    }

    static func ofFeeds(in folder: TemporaryFolder) throws -> [String] {
        do throws(RuleErrors) {
            _ = try FeedListLoader.load(workspace: folder.path)
            return []
        } catch {
            return error.errors.map(\.description)
        }
    }
}
