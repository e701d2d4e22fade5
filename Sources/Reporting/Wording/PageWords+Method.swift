/// A word that a page uses, and what it means there.
struct Definition: Sendable {
    let defined: String
    let definition: String
}

extension PageWords {
    /// What the figures of a digest mean.
    var digestMethod: [Definition] {
        common + [
            Definition(
                defined: alerts,
                definition: report.pick(
                    "With b the largest of the counts of the period before, of the same weekday and "
                        + "of an average period of the four weeks before, and k the number of such "
                        + "periods that are known: from max(5, b + 3w·√(max(b, 1)·(1 + 1/k))) "
                        + "mentions. The factor w says how many times as much these periods waver "
                        + "as chance alone would have them, 1 at least. What own brands say of "
                        + "themselves does not count.",
                    "Gdy b to największa z liczb: z poprzedniego okresu, z tego samego dnia tygodnia "
                        + "i średniej z takich okresów w czterech poprzednich tygodniach, a k to "
                        + "liczba znanych okresów: od max(5, b + 3w·√(max(b, 1)·(1 + 1/k))) "
                        + "wzmianek. Współczynnik w mówi, ile razy mocniej okresy te się wahają, niż "
                        + "wahałyby się przez sam przypadek; wynosi co najmniej 1. Nie liczy się "
                        + "to, co własne marki mówią o sobie.",
                    "Ja b ir lielākais no skaitiem iepriekšējā periodā, tajā pašā nedēļas dienā un "
                        + "vidēji šādā periodā četrās iepriekšējās nedēļās, un k ir zināmo periodu "
                        + "skaits: no max(5, b + 3w·√(max(b, 1)·(1 + 1/k))) pieminējumiem. "
                        + "Koeficients w rāda, cik reižu stiprāk šie periodi svārstās, nekā tie "
                        + "svārstītos nejauši; tas ir vismaz 1. Netiek skaitīts tas, ko savi zīmoli "
                        + "saka par sevi.")),
            Definition(
                defined: needsAnswer,
                definition: report.pick(
                    "Mentions of own brands of high or critical severity, and questions, "
                        + "complaints, technical issues, people about to leave or to buy. One for "
                        + "each story. Time runs in the team’s business hours from when we heard "
                        + "it.",
                    "Wzmianki o własnych markach o wysokiej lub krytycznej pilności oraz pytania, "
                        + "skargi, problemy techniczne, osoby gotowe odejść lub kupić. Po jednej "
                        + "na historię. Czas biegnie w godzinach pracy zespołu, odkąd ją "
                        + "usłyszeliśmy.",
                    "Savu zīmolu pieminējumi ar augstu vai kritisku steidzamību, kā arī jautājumi, "
                        + "sūdzības, tehniskas kļūmes, cilvēki, kas gatavi aiziet vai pirkt. Viens "
                        + "no katra stāsta. Laiks rit komandas darba laikā, kopš to dzirdējām.")),
        ]
    }

    /// What the figures of a trend report mean.
    ///
    /// - Parameter brand: the competitor or topic that it is of; `nil` for own brands.
    func trendsMethod(of brand: String?) -> [Definition] {
        common + [
            Definition(
                defined: report.pick("Usual", "Zwykle", "Parasti"),
                definition: report.pick(
                    "The level of the same weekday in the eight weeks before, moved to the level "
                        + "of the last four; until there are four, that of working days or "
                        + "weekends, from two weeks on. Calculated on √(count + 3/8), as the median "
                        + "of the means of all pairs of days (Hodges and Lehmann 1963). The "
                        + "deviation is Qn (Rousseeuw and Croux 1993), at least that of a Poisson "
                        + "count, and more for days on which more is usual.",
                    "Poziom tego samego dnia tygodnia w ośmiu poprzednich tygodniach, przesunięty "
                        + "do poziomu ostatnich czterech; zanim będą cztery, dni roboczych lub "
                        + "weekendów, od dwóch tygodni. Liczony na √(liczba + 3/8) jako mediana "
                        + "średnich wszystkich par dni (Hodges i Lehmann 1963); odchylenie to Qn "
                        + "(Rousseeuw i Croux 1993), co najmniej jak w rozkładzie Poissona, a "
                        + "większe w dniach, w których wzmianek bywa więcej.",
                    "Tās pašas nedēļas dienas līmenis astoņās iepriekšējās nedēļās, pielīdzināts "
                        + "pēdējām četrām; kamēr nav četru, darbdienu vai brīvdienu līmenis, sākot "
                        + "ar divām nedēļām. Rēķināts no √(skaits + 3/8) kā visu dienu pāru "
                        + "vidējo mediāna (Hodžess un Lēmans 1963); novirze ir Qn (Rusē un Krū "
                        + "1993), vismaz kā Puasona sadalījumā, un lielāka dienās, kurās "
                        + "pieminējumu mēdz būt vairāk.")),
            Definition(
                defined: report.pick("Spike, drop", "Skok, spadek", "Lēciens, kritums"),
                definition: report.pick(
                    "A spike is more than 3.7 deviations above what is usual and has at least "
                        + "five mentions; a drop is as far below, where at least five are usual. "
                        + "Days that the period covers only in part are not judged. Spikes with at "
                        + "most two days between them share a card.",
                    "Ponad 3,7 odchylenia powyżej tego, co zwykłe, i co najmniej pięć wzmianek; "
                        + "tyle samo poniżej, gdzie zwykle jest ich co najmniej pięć. Dni objęte "
                        + "tylko częściowo nie są oceniane. Skoki w odstępie najwyżej dwóch dni to "
                        + "jedna karta.",
                    "Vairāk nekā 3,7 novirzes virs parastā un vismaz pieci pieminējumi; tikpat "
                        + "zemāk, ja parasti ir vismaz pieci. Dienas, ko periods aptver tikai "
                        + "daļēji, netiek vērtētas. Lēcieni, starp kuriem ir ne vairāk kā divas "
                        + "dienas, ir viena karte.")),
            Definition(
                defined: report.pick("Rising", "Zyskujące", "Biežāki"),
                definition: report.pick(
                    "Log-odds ratio with an informative Dirichlet prior of 500 counts, fewer in a "
                        + "small archive (Monroe, Colaresi and Quinn 2008); each story counts a "
                        + "term once, its case forms as one; at least three stories, z-score from "
                        + "1.96. Left out are titles, words that mostly stand in a phrase listed "
                        + "here, and words after a negation.",
                    "Logarytm ilorazu szans z informacyjnym rozkładem a priori Dirichleta o 500 "
                        + "zliczeniach, mniej w małym archiwum (Monroe, Colaresi i Quinn 2008); "
                        + "każda historia liczy wyraz raz, jego formy razem; co najmniej trzy "
                        + "historie, wynik z od 1,96. Bez tytułów, słów stojących głównie w podanym tu zwrocie i słów po zaprzeczeniu.",
                    "Izredžu attiecības logaritms ar informatīvu Dirihlē apriorsadalījumu no 500 "
                        + "skaitījumiem, mazā arhīvā mazāk (Monroe, Colaresi un Quinn 2008); "
                        + "katrs stāsts vārdu skaita vienreiz, tā formas kopā; vismaz trīs stāsti, "
                        + "z vērtība no 1,96. Bez virsrakstiem, vārdiem, kas galvenokārt ir šeit minētā frāzē, un "
                        + "vārdiem aiz nolieguma.")),
            Definition(
                defined: trends.whenPeopleWrite,
                definition: report.pick(
                    "Entries that name \(brand ?? "an own brand"), by the local hour they were said.",
                    (brand.map { "Wpisy, w których pada nazwa \($0)," }
                        ?? "Wpisy wymieniające własną markę") + " według miejscowej godziny.",
                    (brand.map { "Ieraksti, kuros minēts nosaukums \($0)" }
                        ?? "Ieraksti, kas min savu zīmolu") + ", pēc vietējās stundas.")),
        ]
    }

    // MARK: - Private

    private var common: [Definition] {
        [
            Definition(
                defined: report.pick(
                    "Mentions (stories)", "Wzmianki (historie)", "Pieminējumi (stāsti)"),
                definition: report.pick(
                    "A mention is an entry that names the brand, however often. Reprints, reposts "
                        + "and near-copies tell one story; the number in brackets counts each "
                        + "story once.",
                    "Wzmianka to wpis, który wymienia markę, choćby wiele razy. Przedruki, "
                        + "udostępnienia i niemal identyczne kopie to jedna historia; liczba w "
                        + "nawiasie liczy każdą historię raz.",
                    "Pieminējums ir ieraksts, kas min zīmolu, lai cik bieži. Pārpublicējumi un "
                        + "gandrīz vienādas kopijas ir viens stāsts; skaitlis iekavās katru stāstu "
                        + "skaita vienreiz.")),
            Definition(
                defined: netTone,
                definition: report.pick(
                    "(positive − negative) ÷ (all but undecided), from −1 to +1. A story has the "
                        + "tone of its first mention.",
                    "(pozytywne − negatywne) ÷ (wszystkie poza nieustalonymi), od −1 do +1. "
                        + "Historia ma ton swojej pierwszej wzmianki.",
                    "(pozitīvie − negatīvie) ÷ (visi, izņemot nenoteiktos), no −1 līdz +1. Stāstam "
                        + "ir tā pirmā pieminējuma noskaņa.")),
            Definition(
                defined: shareOfVoice,
                definition: report.pick(
                    "A brand’s part of the mentions of all own brands and competitors together; "
                        + "where the rules name markets, of those of its market.",
                    "Część wzmianek o marce wśród wzmianek o wszystkich markach własnych i "
                        + "konkurencji; jeśli reguły podają rynki, o tych z jej rynku.",
                    "Zīmola daļa visu savu zīmolu un konkurentu pieminējumos kopā; ja noteikumos "
                        + "nosaukti tirgi, tad sava tirgus zīmolu pieminējumos.")),
        ]
    }
}
