import Model

/// What a privacy notice says, in one language.
struct PrivacyNoticeWords {
    private let report: ReportWords

    init(_ language: ReportLanguage) {
        report = ReportWords(language)
    }

    private func pick(_ english: String, _ polish: String, _ latvian: String) -> String {
        report.pick(english, polish, latvian)
    }

    var toOperator: String {
        pick(
            "A template, made of feeds/ and rules/. Fill in what stands in [brackets], have it read by "
                + "whoever answers for data protection, and publish it where people find it "
                + "(GDPR, Article 14(5)(b)). Make it anew when settings change.",
            "Szablon utworzony na podstawie feeds/ i rules/. Uzupełnij to, co jest w [nawiasach], daj go do "
                + "przeczytania osobie odpowiedzialnej za ochronę danych i opublikuj tam, gdzie ludzie go "
                + "znajdą (RODO, art. 14 ust. 5 lit. b). Po zmianie ustawień utwórz go od nowa.",
            "Veidne, kas sastādīta pēc feeds/ un rules/. Aizpildiet to, kas ir [iekavās], dodiet to izlasīt "
                + "tam, kurš atbild par datu aizsardzību, un publicējiet tur, kur cilvēki to atradīs (VDAR "
                + "14. panta 5. punkta b) apakšpunkts). Kad mainās iestatījumi, izveidojiet to no jauna."
        )
    }

    var title: String {
        pick(
            "What we keep of public posts", "Co przechowujemy z publicznych wpisów",
            "Ko mēs glabājam no publiskiem ierakstiem")
    }

    var law: String {
        pick(
            "Information under Article 14 of the General Data Protection Regulation (EU) 2016/679, for "
                + "people whose posts we read although they did not send them to us.",
            "Informacja na podstawie art. 14 rozporządzenia (UE) 2016/679 (RODO) dla osób, których wpisy "
                + "czytamy, choć same ich nam nie przysłały.",
            "Informācija saskaņā ar Vispārīgās datu aizsardzības regulas (ES) 2016/679 14. pantu cilvēkiem, "
                + "kuru ierakstus mēs lasām, lai gan viņi tos mums nav sūtījuši.")
    }

    var whoTitle: String { pick("Who we are", "Kim jesteśmy", "Kas mēs esam") }

    var who: String {
        pick(
            "[Company, address], [e-mail or telephone]. Data protection officer: [contact, or leave out].",
            "[Firma, adres], [e-mail lub telefon]. Inspektor ochrony danych: [kontakt albo pomiń].",
            "[Uzņēmums, adrese], [e-pasts vai tālrunis]. Datu aizsardzības speciālists: [kontakts vai "
                + "izlaidiet].")
    }

    var whyTitle: String {
        pick(
            "What for, and on what ground", "W jakim celu i na jakiej podstawie",
            "Kāpēc un uz kāda pamata")
    }

    var why: String {
        pick(
            "We read public posts, reviews and articles that name our brands or those of our competitors: "
                + "to answer questions and complaints, to find faults soon, and to learn what people "
                + "think. This is our legitimate interest (Article 6(1)(f)). [Check this for your case.]",
            "Czytamy publiczne wpisy, opinie i artykuły, w których wymieniono nasze marki lub marki "
                + "konkurencji: żeby odpowiadać na pytania i skargi, szybko znajdować usterki i "
                + "wiedzieć, co ludzie myślą. To nasz prawnie uzasadniony interes (art. 6 ust. 1 lit. f). "
                + "[Sprawdź to dla swojego przypadku.]",
            "Mēs lasām publiskus ierakstus, atsauksmes un rakstus, kuros minēti mūsu vai konkurentu "
                + "zīmoli: lai atbildētu uz jautājumiem un sūdzībām, ātri atrastu kļūmes un zinātu, ko "
                + "cilvēki domā. Tās ir mūsu leģitīmās intereses (6. panta 1. punkta f) apakšpunkts). "
                + "[Pārbaudiet to savam gadījumam.]")
    }

    var whatTitle: String { pick("What we keep", "Co przechowujemy", "Ko mēs glabājam") }

    var post: String {
        pick(
            "The title, text, date and address of a post, as it was published.",
            "Tytuł, tekst, datę i adres wpisu, tak jak zostały opublikowane.",
            "Ieraksta virsrakstu, tekstu, datumu un adresi tā, kā tas publicēts.")
    }

    var masked: String {
        pick(
            "No e-mail addresses, telephone numbers, personal codes, account or card numbers that are "
                + "recognised in it: they are blotted out before it is stored.",
            "Bez rozpoznanych w nim adresów e-mail, numerów telefonów, PESEL, rachunków i kart: są "
                + "zakrywane, zanim wpis zostanie zapisany.",
            "Bez tajā atpazītām e-pasta adresēm, tālruņu numuriem, personas kodiem, kontu un karšu "
                + "numuriem: tie tiek aizklāti pirms saglabāšanas.")
    }

    var unmasked: String {
        pick(
            "E-mail addresses and numbers that stand in it, too. [`mask: false` is set: say why.]",
            "Także zawarte w nim adresy e-mail i numery. [Ustawiono `mask: false`: podaj powód.]",
            "Arī tajā esošās e-pasta adreses un numurus. [Iestatīts `mask: false`: norādiet iemeslu.]"
        )
    }

    /// - Parameter sources: their names.
    func author(_ policy: AuthorPolicy, at sources: String) -> String {
        switch policy {
        case .pseudonym:
            pick(
                "Of its author a code that is made of the name with a secret key, another one at each "
                    + "source, and not the name. It tells us whether the same person wrote before. At: "
                    + "\(sources).",
                "O autorze: kod utworzony z jego nazwy za pomocą tajnego klucza, w każdym źródle inny; "
                    + "samej nazwy nie przechowujemy. Kod mówi nam, czy ta sama osoba pisała już wcześniej. "
                    + "Źródła: \(sources).",
                "Par autoru: kodu, kas no viņa vārda izveidots ar slepenu atslēgu, katrā avotā citu; pašu "
                    + "vārdu mēs neglabājam. Kods parāda, vai tas pats cilvēks jau ir rakstījis. "
                    + "Avoti: \(sources).")
        case .name:
            pick(
                "The name under which its author publishes. At: \(sources).",
                "Nazwę, pod którą autor publikuje. Źródła: \(sources).",
                "Vārdu, ar kuru autors publicē. Avoti: \(sources).")
        case .none:
            pick(
                "Nothing of its author, at: \(sources).", "O autorze: nic. Źródła: \(sources).",
                "Par autoru: neko. Avoti: \(sources).")
        }
    }

    var tags: String {
        pick(
            "What our program makes of it: its language, tone, subject and urgency, and which team should "
                + "answer. Nothing is decided about anybody by that alone (Article 22).",
            "To, co ustala nasz program: język, ton, temat i pilność oraz to, który zespół powinien "
                + "odpowiedzieć. Wyłącznie na tej podstawie wobec nikogo nie zapadają żadne decyzje "
                + "(art. 22).",
            "To, ko nosaka mūsu programma: valodu, noskaņu, tematu, steidzamību un to, kurai komandai "
                + "jāatbild. Tikai uz tā pamata ne par vienu netiek pieņemti lēmumi (22. pants).")
    }

    var originTitle: String {
        pick("Where it comes from", "Skąd to mamy", "No kurienes mums tas ir")
    }

    func origin(_ sources: String) -> String {
        pick(
            "From sources that anybody can read: \(sources).",
            "Ze źródeł, które każdy może przeczytać: \(sources).",
            "No avotiem, kurus var lasīt ikviens: \(sources).")
    }

    func more(_ count: Int) -> String {
        pick("and \(count) more", "i jeszcze \(count)", "un vēl \(count)")
    }

    var recipientsTitle: String { pick("Who gets it", "Kto to otrzymuje", "Kas to saņem") }

    func recipients(_ teams: [String], _ systems: [String]) -> String {
        let teams = teams.map(PrivacyNotice.plain).joined(separator: ", ")
        let systems = systems.map(PrivacyNotice.plain).joined(separator: ", ")
        let handed =
            systems.isEmpty
            ? ""
            : pick(
                " Handed over by: \(systems).", " Przekazywane przez: \(systems).",
                " Tiek nodots, izmantojot: \(systems).")
        return pick(
            "Our teams: \(teams).\(handed) [Processors, such as who hosts the machine; transfers outside "
                + "the EEA and their safeguards, or: none.]",
            "Nasze zespoły: \(teams).\(handed) [Podmioty przetwarzające, np. firma hostingowa; "
                + "przekazywanie poza EOG i zabezpieczenia albo: brak.]",
            "Mūsu komandas: \(teams).\(handed) [Apstrādātāji, piem., mitinātājs; nosūtīšana ārpus EEZ un "
                + "garantijas, vai: nav.]")
    }

    var daysTitle: String { pick("For how long", "Jak długo", "Cik ilgi") }
    var mentions: String {
        pick(
            "Posts that name a brand", "Wpisy, w których wymieniono markę",
            "Ieraksti, kuros minēts zīmols")
    }
    var entries: String {
        pick(
            "Posts that name none", "Wpisy, w których nie wymieniono żadnej",
            "Ieraksti, kuros nav minēts neviens")
    }
    var authors: String {
        pick("Codes and names of authors", "Kody i nazwy autorów", "Autoru kodi un vārdi")
    }
    var reports: String {
        pick(
            "Reports with parts of posts", "Raporty z fragmentami wpisów",
            "Pārskati ar ierakstu fragmentiem")
    }

    func days(_ count: Int) -> String {
        report.counted(
            count, ["day", "days"], ["dzień", "dni", "dni"], ["diena", "dienas", "dienu"])
    }

    var noLimit: String {
        pick(
            "[no limit is set; write one under `retention`]",
            "[nie ustawiono terminu; wpisz go w `retention`]",
            "[termiņš nav noteikts; ierakstiet to zem `retention`]")
    }

    var deletion: String {
        pick(
            "What is older is deleted automatically. [Backups: how long they are kept.]",
            "Po tym czasie dane są usuwane automatycznie. [Kopie zapasowe: jak długo są przechowywane.]",
            "Pēc tam dati tiek dzēsti automātiski. [Rezerves kopijas: cik ilgi tās glabā.]")
    }

    var rightsTitle: String { pick("Your rights", "Twoje prawa", "Jūsu tiesības") }

    /// - Parameter keepsCodes: whether authors are known by codes, so that who asks must say a name.
    func rights(keepsCodes: Bool) -> [String] {
        [
            pick(
                "You may ask what we have of you, have it corrected, erased or restricted, and object to it "
                    + "at any time (Articles 15–18 and 21).",
                "Możesz zapytać, co o Tobie mamy, żądać poprawienia lub usunięcia danych albo ograniczenia "
                    + "ich przetwarzania i w każdej chwili wnieść sprzeciw (art. 15–18 i 21).",
                "Jūs varat jautāt, kas mums par jums ir, prasīt datus labot vai dzēst, ierobežot to apstrādi "
                    + "un jebkurā laikā iebilst (15.–18. un 21. pants)."),
            pick(
                "Write to [e-mail] and give us the address of the post"
                    + (keepsCodes ? ", or the name you wrote under: we do not know it" : "")
                    + ". We erase it, and do not take it in again.",
                "Napisz na [e-mail] i podaj adres wpisu"
                    + (keepsCodes ? " albo nazwę, pod którą piszesz: sami jej nie znamy" : "")
                    + ". Usuniemy wpis i nie zapiszemy go ponownie.",
                "Rakstiet uz [e-pasts] un norādiet ieraksta adresi"
                    + (keepsCodes ? " vai vārdu, ar kuru rakstījāt: mēs paši to nezinām" : "")
                    + ". Mēs ierakstu izdzēsīsim un vairs nesaglabāsim."),
            pick(
                "You may also complain to a supervisory authority: [name, such as UODO in Poland or DVI in "
                    + "Latvia].",
                "Możesz też złożyć skargę do organu nadzorczego: [nazwa, np. Prezes UODO].",
                "Jūs varat arī iesniegt sūdzību uzraudzības iestādei: [nosaukums, piem., Datu valsts "
                    + "inspekcija]."),
        ]
    }
}
