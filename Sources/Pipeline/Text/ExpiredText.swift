import Model

/// What has been kept long enough, in the line that an operator reads before it is deleted or afterwards.
package struct ExpiredText: Sendable {
    private let expired: Expired
    private let isPlan: Bool

    package init(_ expired: Expired, isPlan: Bool) {
        self.expired = expired
        self.isPlan = isPlan
    }

    package var text: String {
        guard expired != Expired() else { return "nothing has been kept long enough\n" }
        let verb = isPlan ? "to delete" : "deleted"
        return "\(verb): \(expired.mentions.counted("entry", "entries")) that name a brand, "
            + "\(expired.entries) that name none, the authors of \(expired.authors) more, "
            + "\(expired.files.counted("file")) below out/\n"
    }
}
