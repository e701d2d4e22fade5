import Model

extension ReportWords {
    /// Of counts below this a quotient says little, so that both are told instead.
    static let smallestBase = 5

    /// `3.2 times as often as the day before`, `against 1 the day before`, of something that was counted.
    func change(_ change: Change, _ before: String) -> String {
        guard change.unheard != true else {
            return pick(
                "with nothing to compare it with", "nie ma z czym porównać", "nav ar ko salīdzināt")
        }
        guard let ratio = change.ratio.mentions else {
            return pick(
                "after none \(before)", "\(before) żadnej", "\(before) neviena")
        }
        guard change.before.mentions >= Self.smallestBase else {
            let count = number(change.before.mentions)
            return pick(
                "against \(count) \(before)", "\(before) \(count)", "\(before) \(count)")
        }
        switch ratio {
        case 1.5...:
            let times = form(
                withTenths: ratio, one: "reizi", few: "reizes", many: "reižu")
            let ratio = number(ratio, decimals: 1)
            return pick(
                "\(ratio) times as often as \(before)", "\(ratio) raza tyle co \(before)",
                "\(ratio) \(times) vairāk nekā \(before)")
        case 1.05...:
            let share = percent(ratio - 1)
            return pick(
                "\(share) more often than \(before)", "o \(share) więcej niż \(before)",
                "par \(share) vairāk nekā \(before)")
        case ..<0.95:
            let share = decrease(to: ratio)
            return pick(
                "\(share) less often than \(before)", "o \(share) mniej niż \(before)",
                "par \(share) mazāk nekā \(before)")
        default:
            return pick(
                "about as often as \(before)", "mniej więcej tyle co \(before)",
                "apmēram tikpat, cik \(before)")
        }
    }

    /// `60%`, where some are left: however few they are, not all are gone.
    func decrease(to ratio: Double) -> String { percent(min(1 - ratio, 0.99)) }

    /// `the day before`.
    func before(_ span: Span) -> String {
        switch span {
        case .hour: pick("the hour before", "godzinę wcześniej", "stundu iepriekš")
        case .month: pick("the month before", "miesiąc wcześniej", "mēnesi iepriekš")
        case .day: pick("the day before", "dzień wcześniej", "dienu iepriekš")
        case .week: pick("the week before", "tydzień wcześniej", "nedēļu iepriekš")
        case .other: pick("the period before", "w poprzednim okresie", "iepriekšējā periodā")
        }
    }
}
