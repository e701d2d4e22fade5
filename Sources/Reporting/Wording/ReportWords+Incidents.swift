import Model

extension ReportWords {
    /// - Parameter returned: when the earlier burst began that this is the return of.
    func incident(
        brand: String, counts: Counts, sources: Int, began: LocalCalendar.Moment, source: String,
        isOpen: Bool, returned: LocalCalendar.Moment?
    ) -> String {
        let (brand, source) = (inSentence(brand), inSentence(source))
        let times = times(counts)
        let where_ = self.sources(sources)
        let began = shortDateAndTime(began)
        let state = isOpen ? pick(" and goes on", ", trwa", ", turpinās") : ""
        let again = returned.map(isBack)
        return pick(
            "\(brand) \(times) in \(where_); it began on \(began) at \(source)\(state).",
            "\(brand): \(times), \(where_); początek \(began), \(source)\(state).",
            "\(brand): \(times), \(where_); sākums \(began), \(source)\(state).")
            + (again ?? "")
    }

    /// Of a burst that may not be over.
    func since(_ began: String) -> String {
        pick("\(began), and it goes on", "\(began), trwa nadal", "\(began), turpinās")
    }

    /// Said behind a sentence of a burst whose words were those of an earlier one.
    func isBack(_ earlier: LocalCalendar.Moment) -> String {
        let day = date(earlier)
        return pick(
            " It is back: the same words as on \(day).", " Wraca: te same słowa co \(day).",
            " Tas atgriežas: tie paši vārdi kā \(day).")
    }

    /// The tones of what was said before an answer, and for as long after it.
    func answered(at moment: String, before: ToneCounts, after: ToneCounts) -> String {
        func told(_ tone: ToneCounts) -> String {
            let net = tone.exactNetSentiment.mentions.map(signed) ?? "–"
            return "\(mentions(tone.sum.mentions)), "
                + pick("net tone \(net)", "ton netto \(net)", "kopējā noskaņa \(net)")
        }
        return pick(
            "\(moment); before: \(told(before)); in as much time after: \(told(after))",
            "\(moment); przed: \(told(before)); w takim samym czasie po: \(told(after))",
            "\(moment); pirms: \(told(before)); tikpat ilgā laikā pēc: \(told(after))")
    }

    func sources(_ count: Int) -> String {
        counted(
            count, ["source", "sources"], ["źródło", "źródła", "źródeł"],
            ["avots", "avoti", "avotu"])
    }

    /// Those whom posts name: who wrote the others may be anybody.
    func authors(_ count: Int) -> String {
        counted(
            count, ["named author", "named authors"],
            ["podpisany autor", "podpisanych autorów", "podpisanych autorów"],
            ["zināms autors", "zināmi autori", "zināmu autoru"])
    }

    /// - Parameter named: those that told most of it, with their counts.
    func who(sources: Int, authors: Int, named: [String]) -> String {
        // Where no post names its author, that nobody did says nothing.
        let counted = [self.sources(sources)] + (authors > 0 ? [self.authors(authors)] : [])
        return counted.joined(separator: ", ") + ": " + named.joined(separator: ", ")
    }

    func beganIn(_ source: String) -> String {
        let source = inSentence(source)
        return pick("first in \(source)", "najpierw: \(source)", "vispirms: \(source)")
    }

    /// How people take it, in this window and in the one before.
    func reaction(_ tone: ToneCounts, before: ToneCounts) -> String {
        func told(_ tone: ToneCounts) -> String {
            let net = tone.exactNetSentiment.mentions.map(signed) ?? "–"
            return pick("net tone \(net)", "ton netto \(net)", "kopējā noskaņa \(net)")
        }
        let (some, all) = (number(tone.negative.mentions), tone.sum.mentions)
        let polish = language.form(all, one: "wzmianki", few: "wzmianek", many: "wzmianek")
        let latvian = language.form(
            all, one: "pieminējuma", few: "pieminējumiem", many: "pieminējumiem")
        let negative = pick(
            "\(some) of \(mentions(all)) negative", "negatywne \(some) z \(number(all)) \(polish)",
            "negatīvi \(some) no \(number(all)) \(latvian)")
        return "\(negative), \(told(tone)); "
            + pick("before: ", "wcześniej: ", "iepriekš: ") + told(before)
    }

    func firstAnswered(at moment: String) -> String {
        pick(
            "first answered \(moment)", "pierwsza odpowiedź \(moment)",
            "pirmā atbilde \(moment)")
    }

    func cause(_ cause: Trends.Cause) -> String {
        switch cause {
        case .talk: pick("people say", "ludzie mówią", "cilvēki runā")
        case .oneStory:
            pick("one text, printed often", "jeden tekst, wiele razy", "viens teksts, daudzkārt")
        case .newSource: pick("a new source", "nowe źródło", "jauns avots")
        case .lostSource: pick("sources lost", "utracone źródła", "zuduši avoti")
        }
    }

    func change(_ change: Trends.SourceChange, on day: String, until: String?) -> String {
        let name = inSentence(change.name)
        let usual = number(change.usual, decimals: 1)
        switch (change.kind, until) {
        case (.appeared, _):
            return pick(
                "\(name): heard since \(day), \(usual) a day.",
                "\(name): słyszane od \(day), \(usual) dziennie.",
                "\(name): dzirdams kopš \(day), \(usual) dienā.")
        case (.vanished, let until?):
            return pick(
                "\(name): silent from \(day) until \(until), else \(usual) a day.",
                "\(name): cisza od \(day) do \(until), zwykle \(usual) dziennie.",
                "\(name): klusums no \(day) līdz \(until), parasti \(usual) dienā.")
        case (.vanished, nil) where change.unpolled == true:
            return pick(
                "\(name): nothing since \(day), before \(usual) a day; it is not polled.",
                "\(name): nic od \(day), wcześniej \(usual) dziennie; nie jest odpytywane.",
                "\(name): kopš \(day) nekas, iepriekš \(usual) dienā; netiek aptaujāts.")
        case (.vanished, nil):
            return pick(
                "\(name): silent since \(day), before \(usual) a day.",
                "\(name): cisza od \(day), wcześniej \(usual) dziennie.",
                "\(name): klusums kopš \(day), iepriekš \(usual) dienā.")
        }
    }
}
