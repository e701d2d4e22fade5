import Model

extension ReportWords {
    /// One sentence on the feeds, and how they bend the figures.
    func listening(_ feeds: Int, troubled: [FeedHealth]) -> String {
        guard feeds > 0 else {
            return pick(
                "No feeds are set up, so only what was imported or heard earlier counts.",
                "Nie ustawiono żadnych kanałów, więc liczy się tylko to, co zaimportowano albo "
                    + "usłyszano wcześniej.",
                "Nav iestatīta neviena plūsma, tāpēc skaitās tikai tas, kas importēts vai dzirdēts "
                    + "agrāk.")
        }
        guard !troubled.isEmpty else {
            guard feeds > 1 else {
                return pick(
                    "The one feed was heard; nothing is missing from any figure here.",
                    "Jedyny kanał odpowiedział; w żadnej liczbie niczego nie brakuje.",
                    "Vienīgā plūsma atbildēja; nevienā skaitlī nekā netrūkst.")
            }
            return pick(
                "All \(self.feeds(feeds)) were heard; no figure here is bent by a missing one.",
                "Odpowiedziały wszystkie kanały (\(number(feeds))); żadnej liczby nie zniekształca "
                    + "brak któregoś z nich.",
                "Atbildēja visas plūsmas (\(number(feeds))); nevienu skaitli neizkropļo kādas "
                    + "trūkums.")
        }
        let parts = [FeedHealth.Status.failing, .silent, .unheard].compactMap { status in
            part(of: troubled.filter { $0.status == status }, status)
        }
        return pick(
            "Of \(self.feeds(feeds)), \(list(parts)): what was said there is missing from "
                + "every figure here, so true counts may be higher.",
            "Na \(self.feeds(feeds)): \(list(parts)). Tego, co tam powiedziano, brakuje w każdej "
                + "liczbie tutaj, więc prawdziwe mogą być wyższe.",
            "Plūsmu skaits \(number(feeds)): \(list(parts)). Tur teiktā trūkst katrā skaitlī šeit, "
                + "tāpēc patiesie var būt lielāki.")
    }

    /// Of feeds that are asked no more; `nil` where there are none.
    func gone(_ feeds: [FeedHealth]) -> String? {
        guard !feeds.isEmpty else { return nil }
        let told = "\(number(feeds.count)) (\(shortened(Set(feeds.map(\.sourceName)).sorted())))"
        return pick(
            "Gone for good, and asked no more: \(told).",
            "Kanały zamknięte na dobre, już nieodpytywane: \(told).",
            "Plūsmas, kas slēgtas uz visiem laikiem un vairs netiek aptaujātas: \(told).")
    }

    /// What is missing where feeds are, by what they brought when they could be heard.
    ///
    /// - Parameters:
    ///   - time: `the day before`.
    ///   - feeds: how many cannot be heard.
    func brought(_ brought: ListeningHealth.Brought, _ time: String, feeds: Int) -> String {
        let (some, count) = (number(brought.counts.mentions), brought.all.mentions)
        let all = number(count)
        let isNone = brought.counts.mentions == 0
        guard count > 1 else { return capitalized(onePost(isNone: isNone, time, feeds: feeds)) }
        let sentence =
            switch language {
            case .english:
                "\(time) \(feeds == 1 ? "it" : "they") brought \(isNone ? "none" : some) of the "
                    + "\(all) posts that name a brand."
            case .polish:
                "\(time) " + (isNone ? "nie " : "") + (feeds == 1 ? "przyniósł" : "przyniosły")
                    + (isNone ? " żadnego" : " \(some)") + " z \(all) wpisów o markach."
            case .latvian:
                "\(time) \(feeds == 1 ? "tā" : "tās") "
                    + (isNone ? "nedeva nevienu" : "deva \(some)") + " no \(all) "
                    + language.form(
                        count, one: "ieraksta", few: "ierakstiem", many: "ierakstiem")
                    + " par zīmoliem."
            }
        return capitalized(sentence)
    }

    /// Said below a table of feeds.
    func troubledLeftOut(_ count: Int) -> String {
        let feeds = feeds(count)
        return pick(
            "\(feeds) more, which the report’s JSON lists.",
            "Poza tym \(feeds), w pliku JSON raportu.",
            "Vēl \(feeds) pārskata JSON failā.")
    }

    var inThisPeriod: String { pick("in this period", "w tym okresie", "šajā laikā") }

    var aWeekEarlier: String { pick("a week earlier", "tydzień wcześniej", "nedēļu iepriekš") }

    /// The end of a sentence on how many feeds were heard.
    func inShort(_ listening: ListeningHealth) -> String {
        if listening.feeds == 0 {
            return pick(
                "no feeds are set up", "nie ustawiono żadnych kanałów",
                "nav iestatīta neviena plūsma")
        }
        guard listening.asked > 0 else {
            return pick(
                "every feed is gone for good", "wszystkie kanały zamknięto na dobre",
                "visas plūsmas ir slēgtas uz visiem laikiem")
        }
        let missing = listening.asked - listening.ok
        guard missing > 0 else {
            guard listening.gaps == nil else {
                return pick(
                    "for a time no feed was heard, so true counts may be higher",
                    "przez pewien czas nie słyszano żadnego kanału, więc prawdziwe liczby mogą być "
                        + "wyższe",
                    "kādu laiku nebija dzirdama neviena plūsma, tāpēc patiesie skaitļi var būt "
                        + "lielāki")
            }
            guard listening.missed == nil else {
                return pick(
                    "for a time not all feeds were heard, so true counts may be higher",
                    "przez pewien czas nie słyszano wszystkich kanałów, więc prawdziwe liczby mogą być "
                        + "wyższe",
                    "kādu laiku nebija dzirdamas visas plūsmas, tāpēc patiesie skaitļi var būt "
                        + "lielāki")
            }
            guard listening.asked > 1 else {
                return pick(
                    "the one feed was heard", "jedyny kanał odpowiedział",
                    "vienīgā plūsma atbildēja")
            }
            return pick(
                "all \(feeds(listening.asked)) were heard",
                "odpowiedziały wszystkie kanały (\(number(listening.asked)))",
                "atbildēja visas plūsmas (\(number(listening.asked)))")
        }
        let some = number(missing)
        let all = counted(
            listening.asked, ["feed", "feeds"], ["kanału", "kanałów", "kanałów"],
            ["plūsmas", "plūsmām"])
        let heard = language.form(
            missing, one: "dzirdama", few: "dzirdamas", many: "dzirdamas")
        return pick(
            "\(some) of \(all) could not be heard properly, so true counts may be higher",
            "braki w \(some) z \(all), więc prawdziwe liczby mogą być wyższe",
            "nepilnīgi \(heard) \(some) no \(all), tāpēc patiesie skaitļi var būt lielāki")
    }

    /// Said of a time before anybody listened.
    var notBegun: String {
        pick(
            "Nobody listened yet then: of that time only what the feeds still held later is "
                + "counted, so true counts may be higher.",
            "Wtedy jeszcze nikt nie słuchał: z tego czasu policzono tylko to, co kanały miały "
                + "później, więc prawdziwe liczby mogą być wyższe.",
            "Tolaik vēl neviens neklausījās: no tā laika skaitīts tikai tas, kas plūsmās bija vēl "
                + "vēlāk, tāpēc patiesie skaitļi var būt lielāki.")
    }

    /// Said where a report is of a time long ago.
    var asTheyStandNow: String {
        pick(
            "The feeds are shown as they stand now; how they stood then is not known.",
            "Podano obecny stan kanałów; jaki był wtedy, nie wiadomo.",
            "Norādīts plūsmu stāvoklis tagad; kāds tas bija toreiz, nav zināms.")
    }

    /// Said of times in which no feed was heard.
    ///
    /// What was said then may have been heard later.
    ///
    /// - Parameter gaps: not empty, in order.
    func gaps(_ gaps: [ListeningHealth.Gap], calendar: LocalCalendar) -> String {
        let shown = gaps.suffix(Self.gapsShown)
        let spans = list(
            shown.map { gap in
                let start = dateAndTime(calendar.moment(of: gap.from))
                let end = dateAndTime(calendar.moment(of: gap.to))
                return pick(
                    "from \(start) to \(end)", "od \(start) do \(end)", "no \(start) līdz \(end)")
            })
        let isSome = shown.count < gaps.count
        return capitalized(
            pick(
                (isSome ? "among other times, " : "") + spans
                    + " no feed was heard: of that time only what the feeds still held later is "
                    + "counted, so true counts may be higher.",
                (isSome ? "między innymi " : "") + spans
                    + " nie słyszano żadnego kanału: z tego czasu policzono tylko to, co kanały miały "
                    + "później, więc prawdziwe liczby mogą być wyższe.",
                (isSome ? "cita starpā " : "") + spans
                    + " nebija dzirdama neviena plūsma: no tā laika skaitīts tikai tas, kas plūsmās "
                    + "bija vēl vēlāk, tāpēc patiesie skaitļi var būt lielāki."))
    }

    /// Said of feeds that were out of reach, or whose lists turned over; `nil` for none.
    func missed(_ missed: [ListeningHealth.Missed], calendar: LocalCalendar) -> String? {
        guard let start = missed.map(\.from).min(), let end = missed.map(\.to).max() else {
            return nil
        }
        return self.missed(
            Set(missed.map(\.sourceName)).sorted(),
            from: dateAndTime(calendar.moment(of: start)),
            to: dateAndTime(calendar.moment(of: end)))
    }

    private func missed(_ names: [String], from start: String, to end: String) -> String {
        let (isOne, feeds) = (names.count == 1, shortened(names))
        return pick(
            (isOne ? "The list of \(feeds) does" : "The lists of \(feeds) do")
                + " not reach back to when \(isOne ? "it was" : "they were") last heard: what was said "
                + "there from \(start) to \(end) may be missing, so true counts may be higher.",
            (isOne ? "Lista kanału \(feeds) nie sięga" : "Listy kanałów \(feeds) nie sięgają")
                + " do chwili, gdy \(isOne ? "go" : "je") ostatnio słyszano: może brakować tego, co "
                + "powiedziano tam od \(start) do \(end), więc prawdziwe liczby mogą być wyższe.",
            (isOne ? "Plūsmas \(feeds) saraksts" : "Plūsmu \(feeds) saraksti")
                + " nesniedzas līdz brīdim, kad \(isOne ? "tā bija dzirdama" : "tās bija dzirdamas") "
                + "pēdējoreiz: var trūkt tur teiktā no \(start) līdz \(end), tāpēc patiesie skaitļi "
                + "var būt lielāki.")
    }

    /// Said of the period that a digest's own is compared with.
    ///
    /// - Parameter time: `the week before`.
    func comparedInPart(_ time: String) -> String {
        capitalized(comparedInPartInShort(time))
            + pick(
                ", so rises may be smaller, and falls larger, than told here.",
                ", więc wzrosty mogą być mniejsze, a spadki większe, niż tu podano.",
                ", tāpēc kāpumi var būt mazāki un kritumi lielāki, nekā te norādīts.")
    }

    func comparedInPartInShort(_ time: String) -> String {
        pick(
            "\(time) not all feeds were heard all through",
            "\(time) nie przez cały czas słyszano wszystkie kanały",
            "\(time) ne visu laiku bija dzirdamas visas plūsmas")
    }

    /// `notBegun`, as a sentence ends with it.
    var notBegunInShort: String {
        pick(
            "nobody listened yet then, so true counts may be higher",
            "wtedy jeszcze nikt nie słuchał, więc prawdziwe liczby mogą być wyższe",
            "tolaik vēl neviens neklausījās, tāpēc patiesie skaitļi var būt lielāki")
    }

    // MARK: - Private

    private static var gapsShown: Int { 3 }

    /// What feeds brought where one post named a brand: that one, or nothing.
    private func onePost(isNone: Bool, _ time: String, feeds: Int) -> String {
        if isNone {
            return pick(
                "\(time) the one post that names a brand came from elsewhere.",
                "\(time) jedyny wpis o markach przyszedł skądinąd.",
                "\(time) vienīgais ieraksts par zīmoliem nāca no citurienes.")
        }
        let isOne = feeds == 1
        return pick(
            "\(time) \(isOne ? "it" : "they") brought the one post that names a brand.",
            "\(time) \(isOne ? "przyniósł" : "przyniosły") jedyny wpis o markach.",
            "\(time) \(isOne ? "tā" : "tās") deva vienīgo ierakstu par zīmoliem.")
    }

    /// `2 could not be fetched (Herald and Kurier)`; `nil` for no feeds.
    private func part(of feeds: [FeedHealth], _ status: FeedHealth.Status) -> String? {
        guard !feeds.isEmpty else { return nil }
        let shown = shortened(Set(feeds.map(\.sourceName)).sorted())
        let (count, state) = (number(feeds.count), state(status, of: feeds.count))
        return pick("\(count) \(state)", "\(state) \(count)", "\(state) \(count)")
            + " (\(shown))"
    }

    /// `Herald, Kurier, News and others`.
    private func shortened(_ names: [String]) -> String {
        let others = pick("others", "inne", "citi")
        return list(names.prefix(3).map(inSentence) + (names.count > 3 ? [others] : []))
    }

    /// What is wrong with so many feeds.
    private func state(_ status: FeedHealth.Status, of feeds: Int) -> String {
        func form(_ one: String, _ few: String, _ many: String) -> String {
            language.form(feeds, one: one, few: few, many: many)
        }
        return switch status {
        case .ok: pick("heard", "słyszane", "dzirdamas")
        case .failing: pick("could not be fetched", "nie do pobrania", "neizdevās ielādēt")
        case .silent:
            pick(
                "silent for longer than usual",
                form("milczy", "milczą", "milczy") + " dłużej niż zwykle",
                "klusē ilgāk nekā parasti")
        case .unheard:
            pick(
                "not polled yet",
                "jeszcze " + form("nieodpytany", "nieodpytane", "nieodpytanych"),
                "vēl nav " + form("aptaujāta", "aptaujātas", "aptaujātas"))
        case .retired:
            pick("gone for good", "zamknięte na dobre", "slēgtas uz visiem laikiem")
        }
    }
}
