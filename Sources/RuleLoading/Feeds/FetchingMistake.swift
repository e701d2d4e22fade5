/// What can be wrong in what a feeds file says about fetching.
package enum FetchingMistake: Hashable, Sendable, CustomStringConvertible {
    // The terms of a source
    case robots(String)
    case noRobotsReason
    case onlyOnTheWeb(key: String)
    case noAuthorization
    case twoAuthorizations
    case plainSecret
    case badVariable
    case colonInUser
    case badHeader(String)
    case ownHeader(String)
    case authorizationHeader
    case unencrypted

    // The settings
    case badProxy(String)
    case badDomain(String)
    case moreThanAtAddress(Int, limit: Int)

    package var description: String {
        switch self {
        case .robots(let word):
            "'\(word)' is no way to treat robots.txt; write obey, or {ignore: \"your reason\"}"
        case .noRobotsReason:
            "no reason; write {ignore: \"…\"} with who allowed it and when"
        case .onlyOnTheWeb(let key):
            "'\(key)' means nothing for a file; remove it, or write 'url' instead of 'path'"
        case .noAuthorization:
            "no way to authorize; write 'user' and 'password', or 'bearer', or 'header' and 'value'"
        case .twoAuthorizations:
            "more than one way to authorize; keep 'user' and 'password', or 'bearer', or 'header' "
                + "and 'value'"
        case .plainSecret:
            "a secret cannot stand in this file; write secret:env:NAME or secret:file:NAME, and "
                + "put it there"
        case .badVariable:
            "no name of a variable stands after secret:env:; write A-Z, 0-9 and '_' only"
        case .colonInUser:
            "a user name cannot hold ':' or a control character; write it without"
        case .badHeader(let name):
            "'\(name)' is no name of a header; write one such as X-Api-Key"
        case .ownHeader(let name):
            "'\(name)' is not for us to choose; write the publisher's own, such as X-Api-Key"
        case .authorizationHeader:
            "'Authorization' has keys of its own; write 'user' and 'password', or 'bearer'"
        case .unencrypted:
            "a secret would cross the net in the open; write an https address"

        case .badProxy(let text):
            "'\(text)' is no proxy; write one such as http://proxy.example.org:3128, https://… or "
                + "socks5h://…"
        case .badDomain(let text):
            "'\(text)' is not a domain; write one such as example.org, with xn-- for other letters"
        case .moreThanAtAddress(let number, let limit):
            "a host's \(number) at once are more than the \(limit) that one address is asked; "
                + "write 'at_once_per_address: \(number)' as well"
        }
    }
}
