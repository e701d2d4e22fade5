import Hashing
import Model

extension Entry {
    /// Keeps of every field what there is room for, and tells of what was cut or left out.
    ///
    /// - Parameter offset: where the entry stands.
    mutating func keepWithinLimits(at offset: Int, log: inout ProblemLog) {
        let isUsual =
            id.value.utf8.count <= FieldLimit.idSizeInBytes && link.fitsAddress
            && comments.fitsAddress
            && inReplyTo.fitsAddress && (title?.utf8.count ?? 0) <= FieldLimit.titleLength
            && (text?.utf8.count ?? 0) <= FieldLimit.textSizeInBytes
            && authors.allSatisfy { $0.name.fitsName && $0.email.fitsAddress && $0.uri.fitsAddress }
            && categories.allSatisfy { $0.utf8.count <= FieldLimit.nameLength }
            && enclosures.allSatisfy { $0.url.utf8.count <= FieldLimit.addressSizeInBytes }
        if !isUsual { cut(at: offset, log: &log) }
    }

    // MARK: - Private

    private mutating func cut(at offset: Int, log: inout ProblemLog) {
        if id.value.utf8.count > FieldLimit.idSizeInBytes {
            log.add("an id of \(id.value.utf8.count) bytes; its hash is used instead", at: offset)
            id = Entry.ID(ContentHash.hex(of: [id.value]))
        }
        log.leaveOutTooLong(&link, "a link", at: offset)
        log.leaveOutTooLong(&comments, "an address of comments", at: offset)
        log.leaveOutTooLong(&inReplyTo, "the id of what is answered", at: offset)
        log.cut(&title, toScalars: FieldLimit.titleLength, "a title", at: offset)
        log.cut(&text, toBytes: FieldLimit.textSizeInBytes, "a text", at: offset)
        for index in authors.indices {
            log.cut(
                &authors[index].name, toScalars: FieldLimit.nameLength, "an author's name",
                at: offset)
            log.leaveOutTooLong(&authors[index].email, "an author's address", at: offset)
            log.leaveOutTooLong(&authors[index].uri, "an author's page", at: offset)
        }
        for (index, category) in categories.enumerated() {
            var kept: String? = category
            log.cut(&kept, toScalars: FieldLimit.nameLength, "a category", at: offset)
            if let kept { categories[index] = kept }
        }
        if enclosures.contains(where: { $0.url.utf8.count > FieldLimit.addressSizeInBytes }) {
            enclosures = enclosures.filter { enclosure in
                var url: String? = enclosure.url
                log.leaveOutTooLong(&url, "an enclosure's address", at: offset)
                return url != nil
            }
        }
    }
}

extension FeedInfo {
    /// As of an entry; what a feed says of itself stands at its beginning.
    mutating func keepWithinLimits(log: inout ProblemLog) {
        log.cut(&title, toScalars: FieldLimit.titleLength, "the feed's title", at: 0)
        log.cut(&description, toBytes: FieldLimit.textSizeInBytes, "the feed's description", at: 0)
        log.leaveOutTooLong(&link, "the feed's link", at: 0)
        log.leaveOutTooLong(&self.`self`, "the feed's own address", at: 0)
        log.leaveOutTooLong(&hub, "the hub's address", at: 0)
        log.leaveOutTooLong(&hints.next, "the next page's address", at: 0)
        log.leaveOutTooLong(&hints.previousArchive, "the archive's address", at: 0)
    }
}

extension String? {
    fileprivate var fitsAddress: Bool { (self?.utf8.count ?? 0) <= FieldLimit.addressSizeInBytes }

    /// There are never more scalars than bytes.
    fileprivate var fitsName: Bool { (self?.utf8.count ?? 0) <= FieldLimit.nameLength }
}

extension ProblemLog {
    fileprivate mutating func cut(
        _ text: inout String?, toScalars limit: Int, _ what: String, at offset: Int
    ) {
        guard let cut = text?.cut(toScalars: limit) else { return }
        add("\(what) of more than \(limit) characters; cut there", at: offset)
        text = cut
    }

    fileprivate mutating func cut(
        _ text: inout String?, toBytes limit: Int, _ what: String, at offset: Int
    ) {
        guard let cut = text?.cut(toBytes: limit) else { return }
        add("\(what) of more than \(limit) bytes; cut there", at: offset)
        text = cut
    }

    fileprivate mutating func leaveOutTooLong(
        _ address: inout String?, _ what: String, at offset: Int
    ) {
        let limit = FieldLimit.addressSizeInBytes
        guard let size = address?.utf8.count, size > limit else { return }
        add("\(what) of \(size) bytes, the limit is \(limit); left out", at: offset)
        address = nil
    }
}
