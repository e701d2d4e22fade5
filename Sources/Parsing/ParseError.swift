/// Why a document could not be read at all: nothing of it may be stored.
package enum ParseError: Error, Equatable, CustomStringConvertible {
    case empty
    case tooLarge(sizeInBytes: Int, limit: Int)
    case unknownCharset(String)
    /// Gzip, zip, PDF, an image: bytes that are no text.
    case notText(what: String)
    case notAFeed(what: String, advice: String, at: TextPosition)
    case notOPML(what: String, at: TextPosition)
    /// `feeds` are the addresses that the page offers itself.
    case page(feeds: [String])
    /// A page that asks for an account.
    case loginPage
    /// A page that asks for proof of a person; `name` is the service's, where it shows.
    case botWall(name: String?)
    case consentWall
    /// The page of a domain that is for sale, or has expired.
    case parkedDomain
    /// The document ends before its last element does.
    case truncated(at: TextPosition)
    case malformed(why: String, at: TextPosition)
    case tagTooLong(limit: String, at: TextPosition)
    case tooManyElements(limit: Int, at: TextPosition)
    case tooDeep(at: TextPosition)
    case entitiesTooLarge(limit: Int, at: TextPosition)
    case tooSlow(limit: Duration, at: TextPosition)
    case badSelector(String, why: String)
    /// A page in which the selectors, or without them the recipes, find no entry.
    case noEntries(selector: String?)
    case outOfMemory

    package var description: String {
        switch self {
        case .empty:
            "the document is empty; check the address"
        case .tooLarge(let size, let limit):
            "the document has \(size) bytes, the limit is \(limit); ask for fewer entries"
        case .unknownCharset(let label):
            "unknown charset '\(label)'; ask the publisher for UTF-8"
        case .notText(let what):
            "this is \(what), not a feed; check the address"
        case .notAFeed(let what, let advice, let place):
            "\(place): this is \(what), not a feed; \(advice)"
        case .notOPML(let what, let place):
            "\(place): this is \(what), not an OPML list of feeds; check the file"
        case .page(let feeds) where feeds.isEmpty:
            "this is an HTML page, not a feed, and it offers none; listen to it as a page"
        case .page(let feeds):
            "this is an HTML page, not a feed; it offers a feed at \(feeds.joined(separator: ", "))"
        case .loginPage:
            "this is a log-in page; give an address that needs no account"
        case .botWall(let name):
            "this is a bot wall\(name.map { " (\($0))" } ?? ""); ask the publisher to let Earshot through"
        case .consentWall:
            "this is a page that asks for consent; give an address that is open without it"
        case .parkedDomain:
            "this is the page of a domain for sale or expired; look for where the site has moved"
        case .truncated(let place):
            "\(place): the document ends too early; tell the publisher if it does each time"
        case .malformed(let why, let place):
            "\(place): \(why); tell the publisher"
        case .tagTooLong(let limit, let place):
            "\(place): a tag has more than \(limit); documents like this are refused"
        case .tooManyElements(let limit, let place):
            "\(place): more than \(limit) elements; documents like this are refused"
        case .tooDeep(let place):
            "\(place): elements are nested too deeply; documents like this are refused"
        case .entitiesTooLarge(let limit, let place):
            "\(place): entities stand for more than \(limit) bytes; documents like this are refused"
        case .tooSlow(let limit, let place):
            "\(place): reading took longer than \(limit); documents like this are refused"
        case .badSelector(let selector, let why):
            "selector '\(selector)': \(why)"
        case .noEntries(let selector?):
            "selector '\(selector)' finds nothing in the page; check it against the page's source"
        case .noEntries(nil):
            "no posts were recognised in the page; describe them by selectors"
        case .outOfMemory:
            "out of memory"
        }
    }
}
