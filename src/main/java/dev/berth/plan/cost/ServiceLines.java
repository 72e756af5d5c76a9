package dev.berth.plan.cost;

import dev.berth.catalog.Catalog;
import dev.berth.catalog.Fact;
import dev.berth.catalog.Service;
import dev.berth.model.Range;
import dev.berth.model.Setting;
import dev.berth.model.Usd;
import dev.berth.plan.cost.CostPlan.NotCounted;
import dev.berth.plan.decision.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prices what each region has beside nodes. What has no price is listed and never guessed. */
final class ServiceLines {

    private final List<Setting<String>> regions;
    private final Catalog catalog;
    private final List<PaidShare> shares;
    private final List<NotCounted> notCounted = new ArrayList<>();

    ServiceLines(List<Setting<String>> regions, List<PaidShare> shares, Catalog catalog) {
        this.regions = regions;
        this.shares = shares;
        this.catalog = catalog;
    }

    /** What {@link #of} found no price of. */
    List<NotCounted> notCounted() {
        return List.copyOf(notCounted);
    }

    /** The AKS cluster of each region. */
    CostLine cluster() {
        Fact<Usd> hourly = catalog.prices().clusterHourly();
        int hours = hours().value();
        Amount amount = new Amount();
        for (Setting<String> region : regions) {
            amount.add(
                    region.value() + " $" + hourly.value().digits(2) + " x " + hours + " h",
                    Range.exactly(hourly.value().times(hours)));
        }
        Decision.Draft<Range<Usd>> draft = amount.as(CostLine.id("cluster", "floor"))
                .from(hourly, "an hour")
                .from(hours(), "hours of a month");
        regions.forEach(draft::from);
        return CostLine.steady("cluster", draft.by(amount.formula()));
    }

    /** A service in all regions that have a price of it; absent where none has. */
    Optional<CostLine> of(Service service) {
        List<RegionPrice> prices = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Setting<String> region : regions) {
            price(region, service).ifPresentOrElse(prices::add, () -> missing.add(region.value()));
        }
        if (!missing.isEmpty()) {
            notCounted.add(new NotCounted(service, List.copyOf(missing)));
        }
        if (prices.isEmpty()) {
            return Optional.empty();
        }
        Amount amount = new Amount();
        prices.forEach(price -> amount.add(price.term(), Range.exactly(price.month())));
        Decision.Draft<Range<Usd>> draft = amount.as(CostLine.id(service.key(), "floor"));
        prices.forEach(price -> draft.from(price.source(), price.figure(), price.price()));
        if (service == Service.STORAGE) {
            shares.forEach(share -> draft.from(share.size()).fromAll(share.speed()));
        }
        return Optional.of(CostLine.steady(service.key(), draft.by(amount.formula())));
    }

    private Optional<RegionPrice> price(Setting<String> region, Service service) {
        Optional<RegionPrice> stated = catalog.prices()
                .monthly(region.value(), service)
                .map(monthly -> RegionPrice.stated(region, service, monthly));
        return service == Service.STORAGE ? stated.or(() -> shares(region)) : stated;
    }

    private Optional<RegionPrice> shares(Setting<String> region) {
        return catalog.prices()
                .files(region.value())
                .map(price -> new SharePrices(shares, hours().value()).in(region, price));
    }

    private Fact<Integer> hours() {
        return catalog.platform().hoursPerMonth();
    }
}
