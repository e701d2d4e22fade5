import GRDB

/// Cuts texts into words exactly as the full-text index of a file does, by SQLite's own tokenizer.
///
/// So a search on a server finds what it would in a file, whatever the server's text search
/// configurations and extensions are: it only gets words.
final class WordCutter {
    /// Where the tokenizer lives.
    private let queue: DatabaseQueue
    private let tokenizer: any FTS5Tokenizer

    init() throws {
        queue = try DatabaseQueue()
        tokenizer = try queue.read { database in
            try database.makeTokenizer(
                FTS5TokenizerDescriptor(
                    components: TextIndex.tokenizer.split(separator: " ").map(String.init)))
        }
    }

    /// In lower case and without diacritics.
    func words(of text: String) throws -> [String] {
        try tokenizer.tokenize(document: TextIndex.folded(text)).map(\.token)
    }
}
