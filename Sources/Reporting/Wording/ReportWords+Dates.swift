import Foundation
import Model

extension ReportWords {
    /// `Mon 23 Nov 2026, 06:00`.
    func dateAndTime(_ moment: LocalCalendar.Moment) -> String {
        "\(date(moment)), \(time(moment))"
    }

    /// `Mon 23 Nov, 06:00`.
    func shortDateAndTime(_ moment: LocalCalendar.Moment) -> String {
        "\(shortDate(moment)), \(time(moment))"
    }

    /// `Mon 23 Nov`, `pon. 23 lis`, `pirmd. 23. nov.`.
    func shortDate(_ moment: LocalCalendar.Moment) -> String {
        let weekday = shortWeekday(moment.weekday)
        return "\(weekday) \(dayAndMonth(day: moment.day, month: moment.month))"
    }

    /// `23 Nov`, `23 lis`, `23. nov.`.
    func dayAndMonth(day: Int, month: Int) -> String {
        let months = Names.shortMonths(language)
        let day = pick("\(day)", "\(day)", "\(day).")
        return months.indices.contains(month - 1) ? "\(day) \(months[month - 1])" : day
    }

    /// `Mon 23 Nov 2026`, `pon. 23 lis 2026`, `pirmd. 23. nov. 2026`.
    func date(_ moment: LocalCalendar.Moment) -> String {
        "\(shortDate(moment)) \(moment.year)"
    }

    /// `Monday, 23 November 2026`, `poniedziałek, 23 listopada 2026`,
    /// `pirmdiena, 2026. gada 23. novembris`.
    func longDate(_ moment: LocalCalendar.Moment) -> String {
        let (day, year) = (moment.day, moment.year)
        let month = Names.months(language)[moment.month - 1]
        return weekday(moment.weekday) + ", "
            + pick(
                "\(day) \(month) \(year)", "\(day) \(month) \(year)",
                "\(year). gada \(day). \(month)")
    }

    /// `16–22 Nov`, `30 Nov – 6 Dec`, `16.–22. nov.` for a week.
    ///
    /// - Parameter name: as ISO 8601 has it, `2026-W47`.
    func week(_ name: String) -> String {
        let calendar = LocalCalendar(timeZone: "GMT")
        guard let days = calendar.days(ofWeek: name) else { return name }
        let (first, last) = (calendar.moment(of: days.first), calendar.moment(of: days.last))
        let end = dayAndMonth(day: last.day, month: last.month)
        return first.month == last.month
            ? "\(first.day)" + pick("–", "–", ".–") + end
            : dayAndMonth(day: first.day, month: first.month) + " – " + end
    }

    /// `November 2026`, `listopad 2026`, `2026. gada novembris`.
    func month(_ month: Int, year: Int) -> String {
        let names = Names.loneMonths(language)
        guard names.indices.contains(month - 1) else { return "\(year)" }
        let name = names[month - 1]
        return pick("\(name) \(year)", "\(name) \(year)", "\(year). gada \(name)")
    }

    /// What a digest is of: `Sunday, 22 November 2026`, `Mon 16 Nov – Sun 22 Nov 2026`,
    /// `November 2026`, `Sun 22 Nov 2026, 06:00 – 07:00`.
    func period(_ period: Digest.Scope.Period, _ window: Digest.Window) -> String {
        let calendar = LocalCalendar(timeZone: window.timeZone)
        let start = calendar.moment(of: window.after)
        let end = calendar.moment(of: window.through)
        switch period {
        case .day: return longDate(end)
        case .hour: return "\(dateAndTime(start)) – \(time(end))"
        case .month: return month(start.month, year: start.year)
        case .week:
            let last = calendar.moment(of: window.through.addingTimeInterval(-1))
            return (start.year == last.year ? shortDate(start) : date(start)) + " – " + date(last)
        case .span: return "\(dateAndTime(start)) – \(dateAndTime(end))"
        }
    }

    /// `06:00`; `02:00 UTC+2` in the hour that summer time ends with, which is shown twice.
    func time(_ moment: LocalCalendar.Moment) -> String {
        let time = String(format: "%02d:%02d", moment.hour, moment.minute)
        return moment.offset.map { "\(time) \($0)" } ?? time
    }

    /// - Parameter weekday: 1 is Monday.
    func weekday(_ weekday: Int) -> String { Names.weekdays(language)[weekday - 1] }

    /// - Parameter weekday: ISO 8601, 1 for Monday.
    func shortWeekday(_ weekday: Int) -> String { Names.shortWeekdays(language)[weekday - 1] }

    // MARK: - Private

    /// As in Unicode CLDR; Polish months in the genitive that a date has.
    private enum Names {
        static func weekdays(_ language: ReportLanguage) -> [String] {
            language.picking(
                ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
                [
                    "poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota",
                    "niedziela",
                ],
                [
                    "pirmdiena", "otrdiena", "trešdiena", "ceturtdiena", "piektdiena",
                    "sestdiena", "svētdiena",
                ])
        }

        static func shortWeekdays(_ language: ReportLanguage) -> [String] {
            language.picking(
                ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
                ["pon.", "wt.", "śr.", "czw.", "pt.", "sob.", "niedz."],
                ["pirmd.", "otrd.", "trešd.", "ceturtd.", "piektd.", "sestd.", "svētd."])
        }

        static func months(_ language: ReportLanguage) -> [String] {
            language.picking(
                [
                    "January", "February", "March", "April", "May", "June", "July", "August",
                    "September", "October", "November", "December",
                ],
                [
                    "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca",
                    "sierpnia", "września", "października", "listopada", "grudnia",
                ],
                [
                    "janvāris", "februāris", "marts", "aprīlis", "maijs", "jūnijs", "jūlijs",
                    "augusts", "septembris", "oktobris", "novembris", "decembris",
                ])
        }

        /// Without a day before them: in Polish the nominative.
        static func loneMonths(_ language: ReportLanguage) -> [String] {
            language.picking(
                months(.english),
                [
                    "styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec", "lipiec",
                    "sierpień", "wrzesień", "październik", "listopad", "grudzień",
                ], months(.latvian))
        }

        static func shortMonths(_ language: ReportLanguage) -> [String] {
            language.picking(
                [
                    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
                    "Dec",
                ],
                [
                    "sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paź", "lis",
                    "gru",
                ],
                [
                    "janv.", "febr.", "marts", "apr.", "maijs", "jūn.", "jūl.", "aug.", "sept.",
                    "okt.", "nov.", "dec.",
                ])
        }
    }
}
