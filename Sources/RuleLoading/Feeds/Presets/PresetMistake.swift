package import Model

/// What can be wrong in a source that extends a preset.
package enum PresetMistake: Hashable, Sendable, CustomStringConvertible {
    case unfitAddress(String, preset: String, wants: String, example: String)
    case noSuchFeed(String, known: [String])
    case duplicateFeed(url: String, first: FileLocation)
    case addressBeside
    case pageBeside
    case includeAlone

    package var description: String {
        switch self {
        case .unfitAddress(let address, let preset, let wants, let example):
            "'\(address)' does not fit \(preset); write the address of \(wants), such as \(example)"
        case .noSuchFeed(let part, let known):
            "the site has no feed '\(part)'; write \(known.joined(separator: " or "))"
        case .duplicateFeed(let url, let first):
            "the site's feed \(url) stands already at \(first); remove one of the two sources"
        case .addressBeside:
            "both 'extends' and an address; write 'site' for it, or remove 'extends'"
        case .pageBeside: "'extends' fetches feeds; remove 'kind', or remove 'extends'"
        case .includeAlone:
            "'include' chooses among the feeds of a preset; remove it, or write 'extends: …'"
        }
    }
}
