import Model

extension Source.Channel {
    /// The first channel among a source's tags; `nil` for none.
    static func told(by tags: [String]) -> Self? {
        tags.lazy.compactMap { $0 == "press-releases" ? .press : Self(rawValue: $0) }.first
    }

    /// What a kind of site is, by the name of its preset; `nil` where it may be anything.
    init?(ofPreset name: String) {
        switch Preset(rawValue: name) {
        case .wordpress, .medium: self = .blog
        case .discourse, .phpbb, .vbulletin, .reddit, .hackerNews, .lemmy, .stackExchange:
            self = .forum
        case .mastodon, .youtube: self = .social
        case .googleAlerts, nil: return nil
        }
    }
}
