import Storing

/// Copies everything that an archive holds into another one, be it a file or a server: `earshot store
/// copy`.
///
/// No run works on either meanwhile; both may be read. A copy may be ended at any instant; begun again,
/// it goes on where it was. The target counts as an archive only once it has been compared with the
/// source.
package struct StoreCopy: Sendable {
    private let source: ArchiveLocation
    private let target: ArchiveLocation

    /// - Parameters source, target: a file, a workspace, or the address of a server.
    /// - Throws: `RunError.badInput` for what is none of them.
    package init(from source: String, to target: String) throws(RunError) {
        self.source = try ArchiveLocation(named: source)
        self.target = try ArchiveLocation(named: target)
    }

    /// - Parameter startsAnew: whether what an unfinished copy brought is taken out of the target first.
    /// - Throws: `RunError.badInput` before anything is changed where the target holds something else.
    package func execute(
        startsAnew: Bool, progress: @escaping (Progress) -> Void = { _ in }
    ) async throws(RunError) -> StoreCopyReport {
        let ours = try openSource()
        let locks = try lockBoth(ours)
        defer { withExtendedLifetime(locks) {} }
        switch try standing() {
        case .whole: return try reportIfEqual(ours, progress: progress)
        case .empty: return try copy(from: ours, .begin, progress: progress)
        case .unfinished where startsAnew:
            return try copy(from: ours, .beginAnew, progress: progress)
        case .unfinished(let name):
            let ourName = try storing(ours.fullName)
            guard name == ourName else {
                throw .badInput(
                    "\(target): holds only a part of \(name), whose copying has not ended; name "
                        + "that with --from to go on with it, or add --anew to begin with \(source)"
                )
            }
            return try copy(from: ours, .goOn, progress: progress)
        }
    }

    /// Compares both, and changes nothing.
    package func verify(progress: @escaping (Progress) -> Void = { _ in })
        async throws(RunError) -> StoreCopyReport
    {
        let ours = try openSource()
        guard target.mayBeThere else { throw .badInput("\(target): there is no such file") }
        let locks = try lockBoth(ours)
        defer { withExtendedLifetime(locks) {} }
        let theirs = try storing(Store(target, isReadOnly: true, acceptsUnfinished: true))
        return try report(ours, theirs, copied: 0, progress: progress)
    }

    // MARK: - Private: what is there

    private func openSource() throws(RunError) -> Store {
        guard source.mayBeThere else { throw .badInput("\(source): there is no such file") }
        return try storing(Store(source, isReadOnly: true))
    }

    /// The target as it was found, to look at; `nil` where no file is there.
    private func lookAtTarget() throws(RunError) -> Store? {
        guard target.mayBeThere else { return nil }
        return try storing(
            Store(target, isReadOnly: true, acceptsEarlier: true, acceptsUnfinished: true))
    }

    private func lockBoth(_ ours: Store) throws(RunError) -> ArchiveLocks {
        // Its lock would be held already, by us.
        if let theirs = try lookAtTarget() {
            guard try !storing(ours.isSame(as: theirs)) else {
                throw .badInput("\(target): is the archive that is to be copied; name another")
            }
        }
        let locks = try ArchiveLocks(of: [source, target])
        guard try !storing(ours.isBeingCrawled) else {
            throw .locked(path: "\(source)")
        }
        return locks
    }

    private func standing() throws(RunError) -> ArchiveCopy.Standing {
        guard let theirs = try lookAtTarget() else { return .empty }
        let standing = try storing(ArchiveCopy.standing(of: theirs))
        guard standing != .whole || theirs.isLatest else { throw isTaken }
        return standing
    }

    private var isTaken: RunError {
        .badInput(
            "\(target): holds another archive already; name an empty database, or a file that is "
                + "not there yet (--verify-only says in what the two differ)")
    }

    // MARK: - Private: what is done

    private enum Start {
        case begin, beginAnew, goOn
    }

    private func copy(
        from ours: Store, _ start: Start, progress: @escaping (Progress) -> Void
    ) throws(RunError) -> StoreCopyReport {
        let theirs = try storing(Store(target, acceptsUnfinished: true))
        let copy = ArchiveCopy(from: ours, to: theirs)
        let copied = try storing { () throws(StoreError) in
            switch start {
            case .begin: try copy.begin()
            case .beginAnew: try copy.beginAnew()
            case .goOn: break
            }
            return try copy.fill { progress(Progress($0)) }
        }
        guard let copied else { throw endedEarly }
        let report = try report(ours, theirs, copied: copied, progress: progress)
        if report.isComplete { try storing(copy.finish()) }
        return report
    }

    /// For whoever gives the command again when all is done.
    private func reportIfEqual(_ ours: Store, progress: @escaping (Progress) -> Void)
        throws(RunError) -> StoreCopyReport
    {
        let theirs = try storing(Store(target, isReadOnly: true))
        let holdAsMany = try storing(ArchiveComparison(ours, theirs).holdAsMany)
        guard holdAsMany else { throw isTaken }
        let report = try report(ours, theirs, copied: 0, progress: progress)
        guard report.isComplete else { throw isTaken }
        return report
    }

    private func report(
        _ ours: Store, _ theirs: Store, copied: Int, progress: @escaping (Progress) -> Void
    ) throws(RunError) -> StoreCopyReport {
        let comparison = ArchiveComparison(ours, theirs)
        let lines = try storing(comparison.lines { progress(Progress($0)) })
        let unsearchable = try storing(comparison.unsearchableEntries())
        guard let lines else { throw endedEarly }
        return StoreCopyReport(
            from: "\(source)", to: "\(target)", copiedRows: copied, tables: lines,
            unsearchableEntries: unsearchable)
    }

    private var endedEarly: RunError {
        .endedEarly("ended before \(target) was whole; give the command again to go on with it")
    }
}
