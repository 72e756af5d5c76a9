package dev.berth.charts;

/** Somebody opens connections to, or sends datagrams to, a port of somebody else: that of the pod, not of a Service. */
record Flow(Peer from, Peer to, int port, String protocol) {

    Peer own(String direction) {
        return direction.equals("ingress") ? to : from;
    }

    Peer other(String direction) {
        return direction.equals("ingress") ? from : to;
    }

    @Override
    public String toString() {
        return from.name() + " -> " + to.name() + " " + port + "/" + protocol;
    }
}
