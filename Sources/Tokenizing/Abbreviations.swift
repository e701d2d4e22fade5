/// Words whose full stop ends no sentence, in the languages we read; folded, without that stop.
///
/// “No.” is not among them: it answers questions more often than it counts, and a number behind it
/// keeps its sentence together anyway.
enum Abbreviations {
    /// In bytes, of one word.
    static let longest = 5

    static let all = Set(
        [english, polish, latvian].flatMap { $0.split(separator: " ") }.map(String.init))

    // MARK: - Private

    private static let english = "mr mrs ms dr st vs e.g i.e"
    private static let polish =
        "al dr godz itd itp m.in mgr np nr os p pl proc prof r św tel tj tys tzn tzw ul"
    private static let latvian = "piem plkst t.sk u.c u.tml utt"
}
