/// Tags in one text, for systems that take no list.
enum TicketTags {
    /// A separator within a tag would make two of it.
    static func listed(_ tags: [String], separator: String = ",") -> String {
        tags.map { $0.replacing(",", with: " ").onOneLine }.joined(separator: separator)
    }
}
