"""The verbs of bookings in nine languages: what a row does."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from watcher.intake.spelling import plain


class Action(StrEnum):
    """What a booking does; the last few say too little by themselves."""

    BUY = "buy"
    SELL = "sell"
    DIVIDEND = "dividend"
    TAX = "tax"
    FEE = "fee"
    INTEREST = "interest"
    CASH = "cash"
    DEPOSIT = "deposit"  # and withdrawal
    FX = "fx"
    REINVEST = "reinvest"  # a purchase where shares are stated, else a dividend
    BONUS = "bonus"
    SPLIT = "split"
    IN = "in"
    OUT = "out"
    TRANSFER = "transfer"  # in or out by the quantity's sign
    MERGER = "merger"  # in or out by the quantity's sign
    VAGUE = "vague"  # a known word that leaves open what it does: trade, adjustment, other
    UNKNOWN = "unknown"


STRONG = frozenset(Action) - {Action.VAGUE, Action.UNKNOWN, Action.TRANSFER, Action.MERGER, Action.CASH}
TRADES = frozenset({Action.BUY, Action.SELL})
MOVES = frozenset({Action.BONUS, Action.SPLIT, Action.IN, Action.OUT, Action.TRANSFER, Action.MERGER, Action.REINVEST})

_RULES: tuple[tuple[Action, str], ...] = (
    (Action.DIVIDEND, r"^dividend (dividend|ordinary|bonus|property|tax exempt|return|manufactured|short)"),
    (Action.FX, r"\bforex\b|\bfx\b|foreign exchange|currency (conversion|exchange|trade)|cambio (de )?divisa"),
    (Action.FX, r"(de|di) divisa"),
    (Action.FX, r"valuta ?(credit|debit|wissel|veksling|vaxl)|valutavaxling"),
    (Action.FX, r"wahrungs(umtausch|wechsel|tausch|umrechn)|devisen"),
    (Action.FX, r"conversion (de )?(devise|divisa|monnaie)|(operation|operations) de change|vaxling|cambio valuta"),
    (Action.FX, r"^fx (belastung|gutschrift)|switch currency|kirjaus valuutan|valuutanvaihto|omvandling valuta"),
    (Action.TAX, r"^rit\b|\bttf\b|stamp duty|^taxes?\b|taxe sur|\btob\b|beurstaks|lahdevero|ennakonpidatys"),
    (Action.TAX, r"withholding|quellensteuer|kallskatt|kildeskat|steuer|\btax(es)?\b|belasting|impots?\b|impuesto"),
    (Action.TAX, r"imposto|imposta|vorabpauschale"),
    (Action.TAX, r"retencion|ritenut|retenue|retencao|skatt\b|skat\b|bollo|\bkest\b|\bsoli\b|\btax "),
    (Action.FEE, r"\bfees?\b|gebuhr|entgelt|kosten\b|\bfrais\b|comision(es)?\b|\bcommissions?\b|comiss(ao|oes)"),
    (Action.FEE, r"provision|spese\b"),
    (Action.FEE, r"custos?\b|courtage|avgift|gebyr|charges?\b|taxas\b|\badr (fee|pass)|omkostning|canone"),
    (Action.FEE, r"commissioni|kurtage|tarie(f|ven)\b|^swap\b|rollover|overnight|frais (de )?garde|palvelumaksu"),
    (Action.REINVEST, r"\bdrip\b|reinvest|wiederanlage|reinvers|aterinvest|gjeninvest|herbeleg"),
    (Action.BONUS, r"(stock|share) (dividend|distribution|award|grant)|dividende? en (actions|acciones)"),
    (Action.BONUS, r"stockdividend|aktiedividend"),
    (Action.BONUS, r"\bbonus\b|gratisaktie|\bscrip\b|free shares?|gratis ?(anteil|aktie)|referral stock|promotion"),
    (Action.BONUS, r"staking|reward|airdrop|gift\b|aumento (di )?capitale|augmentation de capital|ampliacion"),
    (Action.BONUS, r"aumento de capital|kapitalerhohung|nyemission|bonusaktie|fondemisjon"),
    (Action.BONUS, r"\brsu\b|vest(ed|ing)?\b|giveaway|perk"),
    (Action.SPLIT, r"split|fractionnement|frazionamento|desdobramento|desdoblamiento|raggruppamento|regroupement"),
    (Action.SPLIT, r"^spl$|consolidation"),
    (Action.DIVIDEND, r"dividend|utdelning|utbytte|udbytte|ausschuttung|distribution|(?<!ub)ertrag|coupon|kupon"),
    (Action.DIVIDEND, r"cedola|\bcupon|cupao|\bcedol|osinko|\bexempt int|cap gain|\bdiv\b(?! reinvest)"),
    (Action.DIVIDEND, r"^c?div$|^qdiv|payment in lieu|capital gain|return of capital|\bertrage\b|provento"),
    (Action.DIVIDEND, r"rendimento|jscp|^dist$|thesaurier"),
    (Action.MERGER, r"merger|fusion|verschmelzung|spin ?off|abspaltung|umtausch|kapitalmassnahme|corporate action"),
    (Action.MERGER, r"fusione|sammanslag|fusao|^conversion$|conversione|changement (d )?isin|cambio (de |di )?isin"),
    (Action.MERGER, r"omvandling|(in|ut)lagg|skifte|titre?s? (echang|convert)|utbokning"),
    (Action.MERGER, r"produktwijziging|product ?change|produktanderung|changement de produit|cambio de producto"),
    (Action.MERGER, r"modifica del prodotto"),
    (Action.MERGER, r"mudanca de produto|isin (change|wechsel)|symbol change|name change|ticker change"),
    (Action.MERGER, r"exchange offer|\bonline?bytte|tausch"),
    (Action.MERGER, r"acquisition$|takeover|ubernahme|delisting|liquidation$"),
    (Action.BUY, r"\bclos(e|ed|ing) (sell|short)\b|buy to (open|close|cover)|\bcover\b"),
    (Action.SELL, r"\bposition clos|\bclos(e|ed|ing) (position|buy|long)|^close$|\bvende\b|\bmyynti|\bmyyty|lunastus"),
    (Action.BUY, r"\bopen(ed|ing)? (position|buy|long)|position opened|^open$|\bosto\b|\bostettu|merkinta"),
    (Action.SELL, r"\bsell|\bsold\b|verkauf|verkoop|\bventes?\b|\bventas?\b|vendita|\bvendas?\b|\bvendre|\bsalj"),
    (Action.SELL, r"\bsald[ao]?\b|\bsalg\b|\bselg|\bsolgt\b"),
    (Action.SELL, r"reembols|rescate|resgate"),
    (Action.SELL, r"\bsales?\b|redemption|redeem|ruckgabe|ruckzahlung|ruckkauf|tilgung|\bcession|\brachat\b"),
    (Action.SELL, r"rimborso|inlosen|\bveraus|salda"),
    (Action.SELL, r"^(s|v|sl|vk|sld)$|cash in lieu"),
    (Action.BUY, r"\bbuy|\bbought\b|\bkauf|\bankauf|ansparplan|zukauf|nachkauf|aankoop|\bkoop\b|\bachats?\b"),
    (Action.BUY, r"\bcompras?\b|acquisto|\bkop\b|\bkopt\b"),
    (Action.BUY, r"\bkjop|\bkobt?\b|\bpurchases?\b|savings? plan|sparplan|spaarplan|souscription|sottoscrizione"),
    (Action.BUY, r"suscripcion|subscri|zeichnung"),
    (Action.BUY, r"^(b|k|bot|a|c|kf)$|teilausfuhrung kauf|manadsspar|round ?up|saveback|kaufauftrag|\bacquist"),
    (Action.INTEREST, r"interest|\bzins|zinsen\b|interes|\binteret|\bjuros\b|\branta\b|\brantor\b|\brente\b"),
    (Action.INTEREST, r"\brenter\b|\brenta\b|credit int"),
    (Action.CASH, r"sweep|uberweisung van|overboeking (van|naar) uw geldrekening|variation fonds monetaires"),
    (Action.CASH, r"conversion fonds monetaires"),
    (Action.CASH, r"cash fund|geldmarktfonds|fondos monetarios|fundo.* monetario|money market|journal(ed)? cash"),
    (Action.CASH, r"^cash$"),
    (Action.DEPOSIT, r"deposit|withdraw|einzahlung|auszahlung|uberweisung|uberwsng|insattning|\buttag\b|storting"),
    (Action.DEPOSIT, r"onttrekking|opname|innskudd"),
    (Action.DEPOSIT, r"\buttak\b|versement|retrait|\bvirement (de fonds|recu|emis|sepa|entrant|sortant)|^virement$"),
    (Action.DEPOSIT, r"ingreso|retirada|levantamento"),
    (Action.DEPOSIT, r"prelievo|bonifico|top ?up|\bach\b|\bwire\b|cash ?(in|out|transfer in|transfer out)\b"),
    (Action.DEPOSIT, r"^(debit|credit)$|terugstort|lastschrift"),
    (Action.DEPOSIT, r"^vergutung|prelev|conferimento|^depot (flatex|de fonds|sepa|par|especes)|abono|talletus"),
    (Action.DEPOSIT, r"innbetaling|nosto\b"),
    (Action.DEPOSIT, r"utbetaling|innsk|uttaksordre|storting|opname|subvention|cotisation|resiliation|prelievi"),
    (Action.DEPOSIT, r"versamento"),
    (Action.DEPOSIT, r"transferencia sepa|ingres[oa]|retir[ao]|levantamento|^transfer (from|to) \d"),
    (Action.DEPOSIT, r"\bkontouberweisung|entnahme"),
    (Action.DEPOSIT, r"receipt|pay by bank|card (payment|transaction)|contribution|money ?link|gutschrift"),
    (Action.DEPOSIT, r"\bdisbursement|inbetalning|utbetalning|indbetaling"),
    (Action.DEPOSIT, r"udbetaling|electronic fund|bank transfer|sepa|transferencia (de )?(fondos|recibida|emitida)"),
    (Action.DEPOSIT, r"customer (in|out)|^einlage$|funding|aporte"),
    (Action.IN, r"^in$"),
    (Action.OUT, r"^out$"),
    (Action.IN, r"einbuchung|transfer in\b|transferin\b|einlieferung|ubertrag ?(eingang|ein)|incoming|zugang"),
    (Action.IN, r"received?\b|\breceive\b|inleverans|delivery inbound"),
    (Action.IN, r"journaled in|transfer(t)? (entrant|de titres entrant)|in kind|overforing in|eingang"),
    (Action.IN, r"depotubertrag ein|inbound|\badd\b|\bopening\b|entrada"),
    (Action.OUT, r"ausbuchung|^sen[dt]\b|transfer out\b|transferout\b|auslieferung|ubertrag ?(ausgang|aus)|outgoing"),
    (Action.OUT, r"abgang|delivered|delivery outbound|utleverans"),
    (Action.OUT, r"journaled out|transfer(t)? sortant|overforing ut|ausgang|outbound|\bremove\b|expired?\b"),
    (Action.OUT, r"worthless|wertlos|\bsalida\b|saida"),
    (Action.TRANSFER, r"transfer|ubertrag|overboeking|overforing|overforsel|flytt|traspaso|trasferimento|virement"),
    (Action.TRANSFER, r"\bacat|journal|transfert"),
    (Action.VAGUE, r"^(exch|book|frac) ?(trade|share)$"),
    (Action.VAGUE, r"^(trades?|trading|transactions?|transactie|order|security|securities|stock|fund|etf)$"),
    (Action.VAGUE, r"ovrigt|sonstige|\bother\b|adjust|korrektur|correction|korrigering|ann[ae]t|diverse|autres?"),
    (Action.VAGUE, r"otros|altro|outros|courtesy"),
)  # fmt: skip
RULES = tuple((action, re.compile(pattern)) for action, pattern in _RULES)
CANCELLED = re.compile(
    r"cancel|storn|gestrich|annul|abgelehnt|reject|geannuleerd|makulera|kansell|avbrut|annuller|expired|verfallen|failed|"
    r"fehlgeschlagen|void|geloscht|scadut|cadu|deleted|inactive|"
    r"^(oot|del|exp|rej)$|rechazad|rejeit|rifiutat|refus|avvist|avslag|hylatty|afgewezen|geweigerd|zuruckgewiesen|denegad|unfilled"
)
PENDING = re.compile(
    r"pending|offen\b|\bopen\b|in bearbeitung|vorgemerkt|en cours|pendiente|in attesa|pendente|in behandeling|ventende|"
    r"vantande|submitted|\bnew\b|working|partially open|processing|queued|scheduled|geplant|ausstehend|^chg$"
)
VAGUE_WORDS = frozenset({"cash transfer", "cash amount"})


@lru_cache(maxsize=4096)
def action_of(text: str) -> Action:
    """What a word or a booking text says is done; UNKNOWN where it says nothing known."""
    words = plain(text)
    if not words:
        return Action.UNKNOWN
    if words in VAGUE_WORDS:
        return Action.VAGUE
    for action, pattern in RULES:
        if pattern.search(words):
            return action
    return Action.UNKNOWN


@lru_cache(maxsize=256)
def state_of(text: str) -> str:
    """What a status says: "cancelled", "pending", or "" for done and unknown."""
    words = plain(text)
    if CANCELLED.search(words):
        return "cancelled"
    return "pending" if PENDING.search(words) else ""
