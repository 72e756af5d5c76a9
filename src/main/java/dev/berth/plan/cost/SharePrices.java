package dev.berth.plan.cost;

import dev.berth.catalog.FilesPrice;
import dev.berth.model.Setting;
import dev.berth.model.Usd;
import java.util.List;
import java.util.stream.Collectors;

/** Prices file shares by their size and speed. */
record SharePrices(List<PaidShare> shares, int hours) {

    RegionPrice in(Setting<String> region, FilesPrice price) {
        Usd month = shares.stream().map(share -> month(share, price)).reduce(new Usd(0), Usd::plus);
        return new RegionPrice(
                shares.stream()
                        .map(share -> region.value() + " " + share.name() + " (" + terms(share, price) + ") x " + hours
                                + " h")
                        .collect(Collectors.joining(" + ")),
                month,
                price.citation(),
                "an hour",
                "$" + price.gib().digits(6) + " a GiB");
    }

    private Usd month(PaidShare share, FilesPrice price) {
        return price.gib()
                .times(share.size().value().amount())
                .plus(price.iops().times(paidIops(share, price)))
                .plus(price.mibps().times(paidMibps(share, price)))
                .times(hours);
    }

    private static String terms(PaidShare share, FilesPrice price) {
        return share.size().value().digits(0) + " GiB x $" + price.gib().digits(6)
                + term(paidIops(share, price), "operations/s", price.iops())
                + term(paidMibps(share, price), "MiB/s", price.mibps());
    }

    private static String term(int paid, String unit, Usd price) {
        return paid == 0 ? "" : " + " + paid + " " + unit + " x $" + price.digits(6);
    }

    /** Some speed comes with every share. */
    private static int paidIops(PaidShare share, FilesPrice price) {
        return Math.max(0, share.iops() - price.freeIops());
    }

    private static int paidMibps(PaidShare share, FilesPrice price) {
        return Math.max(0, share.throughputMibps() - price.freeMibps());
    }
}
