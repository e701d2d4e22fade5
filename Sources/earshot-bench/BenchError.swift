import Glibc

/// Why there is no figure, and what to do.
enum BenchError: Error, CustomStringConvertible {
    case noLibrary
    case noServer
    /// The path.
    case missing(String)
    /// The path.
    case taken(String)
    /// The file.
    case noPosts(String)
    /// The folder.
    case noSets(String)
    /// The file, and the number of the line.
    case notJudged(String, Int)
    case inputIsFile
    /// The folder.
    case noDocuments(String)
    /// What the system did not do, and its error number.
    case system(String, Int32)
    case incomplete(FetchClient, FetchTally, feeds: Int)

    var description: String {
        switch self {
        case .noLibrary:
            "libcurl has no handle left; raise the memory or the files this process may have"
        case .noServer:
            "the feed server did not start; look at its message above"
        case .missing(let path):
            "\(path) is not there; look whether that is the path you meant"
        case .taken(let path):
            "\(path) is there already; name another folder, or take it away"
        case .noPosts(let file):
            "\(file) has no posts in it; give a file with a post on each line"
        case .noSets(let folder):
            "\(folder) has none of the sets that are measured, so there are no figures; the names of "
                + "those that were looked for stand above"
        case .notJudged(let file, let line):
            "\(file):\(line): not a judged text; write {\"text\": \"…\", \"label\": \"…\"}"
        case .inputIsFile:
            "the feed server ends when its standard input closes; give it a pipe or a terminal"
        case .noDocuments(let folder):
            "\(folder) has no files in it; give a folder of documents, or none for generated ones"
        case .system(let wish, let number):
            "the feed server cannot \(wish): \(unsafe String(cString: strerror(number))); look "
                + "for what else uses this machine's ports or files"
        case .incomplete(let client, let tally, let feeds):
            "\(client.rawValue): of \(feeds) feeds \(tally.documents) came, \(tally.unchanged) "
                + "were unchanged and \(tally.etags) had an ETag, so the figure would mislead; "
                + "look for what else uses this machine's ports or files"
        }
    }
}
