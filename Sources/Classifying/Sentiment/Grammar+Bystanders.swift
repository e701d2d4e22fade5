/// Who or what is meant where a construction looks like blame of a brand and is none.
extension Grammar {
    static let englishBystanders: [(Frame, String)] = [
        (
            .bystander,
            """
            competitors, competitor, competition, rivals, rival, government, state, council, mayor,
            minister, regulator, analysts, landlord, employer, husband, wife, mum, mom, dad, son,
            daughter, kids, children, friend, neighbour, neighbours, neighbor, neighbors, burglars,
            thieves, police, people, gran
            """
        ),
        (
            .harmless,
            """
            notice, flinch, blink, charge, charge me, ask for, need, needs, have to
            """
        ),
        (.worth, "worth it, worth the, worth every"),
        (.recalling, "i used to have, we used to have"),
        (.reaching, "emailed, e-mailed, wrote, messaged, tweeted, called, phoned, rang"),
        (
            .saying,
            """
            said, says, told, tells, added, adds, wrote, writes, tweeted, tweets, argued, argues, explained,
            explains, noted, notes, warned, warns, stated, states, insisted, insists, asked, asks, testified,
            recalled, according to
            """
        ),
    ]

    static let polishBystanders: [(Frame, String)] = [
        (
            .bystander,
            """
            konkurencja, konkurenci, konkurent, rząd, państwo, urząd, regulator, minister, burmistrz,
            gmina, analitycy, mąż, żona, mama, tata, syn, córka, dzieci, dziecko, babcia, dziadek,
            kolega, koleżanka, sąsiad, sąsiadka, sąsiedzi, złodziej, złodzieje, policja, ludzie,
            spółdzielnia
            """
        ),
        (
            .harmless,
            """
            mrugn*, drgn*, zauważy*, wziął, wzięła, wzięli, pytał o, pytała o, pytali o, potrzeb*,
            trzeba, ma co, próbuj*
            """
        ),
        (.worth, "warto, warta, warte, wart"),
        (
            .saying,
            """
            powiedział, powiedziała, powiedzieli, mówi, mówił, mówiła, mówią, twierdzi, twierdził, twierdziła,
            twierdzą, poinformował, poinformowała, poinformowało, poinformowali, informuje, informują,
            przekazał, przekazała, przekazało, przekazali, przekazuje, podał, podała, podało, podaje, dodał,
            dodała, dodaje, zaznaczył, zaznaczyła, zaznacza, podkreślił, podkreśliła, podkreśla, ocenił,
            oceniła, ocenia, oświadczył, oświadczyła, oświadcza, stwierdził, stwierdziła, stwierdza,
            skomentował, skomentowała, komentuje, wyjaśnił, wyjaśniła, wyjaśnia, tłumaczy, tłumaczył,
            tłumaczyła, zauważył, zauważyła, zauważa, uważa, ostrzega, ostrzegł, ostrzegła, wskazał, wskazała,
            wskazuje, argumentuje, przypomina, przypomniał, przypomniała, przekonuje, przekonywał, przekonywała,
            zastrzega, zastrzegł, zastrzegła, opowiada, opowiadał, opowiadała, podkreślał, podkreślała,
            dodawał, dodawała, napisał, napisała, pisze, piszą, według, wg, zdaniem, w ocenie, w opinii
            """
        ),
    ]

    static let latvianBystanders: [(Frame, String)] = [
        (
            .bystander,
            """
            konkurenti, konkurents, valdība, valsts, regulators, pašvaldība, ministrs, mērs, saimnieks,
            vīrs, sieva, mamma, tētis, dēls, meita, bērni, kaimiņš, kaimiņi, draugs, zagļi, zaglis,
            policija, cilvēki, neviens, vecmamma, turamais
            """
        ),
        (
            .harmless,
            """
            nepamanīja, nepamana, nejūt, nejuta, neprasa, neprasīja, neņem, nepaņēma, neiekasē,
            neiekasēja, nevajag, nenokar*, neuzkar*, nekavē, neatkārtoj*, neraust*, nemirkšķin*
            """
        ),
        (.worth, "vērts, vērta, ir vērts"),
        (
            .saying,
            """
            norāda, norādīja, ziņo, ziņoja, informē, informēja, paziņo, paziņoja, pavēstīja, vēsta, vēstīja,
            sacīja, saka, teica, uzsver, uzsvēra, skaidro, skaidroja, paskaidro, paskaidroja, apgalvo,
            apgalvoja, piebilst, piebilda, atzīmē, atzīmēja, uzskata, stāsta, stāstīja, pastāstīja, raksta,
            rakstīja, komentē, komentēja, brīdina, brīdināja, pauž, pauda, secina,
            secināja, domām, teiktā, paustā, vārdiem, uzskatiem
            """
        ),
        (
            .noVerb,
            """
            nedēļ*, neliel*, negais*, negaidīt*, neparast*, nelaim*, nemier*, nenojauš*, neērt*,
            nepiecieš*, nepieklāj*, neierast*, neiespēj*, neveiks*, neveikl*, nejauš*, nesen*, netāl*,
            nepatik*, nepareiz*, neatkarī*, nekustam*, neskait*, nepazīstam*, nepilnga*, nelab*, nelieti*
            """
        ),
    ]
}
