package org.cuntu.core.cases.internal.flow;

import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.cuntu.platform.home.CityClock;
import org.flowable.common.engine.impl.runtime.Clock;

/** The city's clock, as the engine asks for one. It cannot be set. */
final class FlowClock implements Clock {
    private final CityClock city;

    FlowClock(CityClock city) {
        this.city = city;
    }

    @Override
    public Date getCurrentTime() {
        return Date.from(city.now());
    }

    @Override
    public Calendar getCurrentCalendar() {
        return getCurrentCalendar(getCurrentTimeZone());
    }

    @Override
    public Calendar getCurrentCalendar(TimeZone zone) {
        Calendar calendar = new GregorianCalendar(zone);
        calendar.setTime(getCurrentTime());
        return calendar;
    }

    @Override
    public TimeZone getCurrentTimeZone() {
        return TimeZone.getTimeZone(city.zone());
    }

    @Override
    public void setCurrentTime(Date time) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setCurrentCalendar(Calendar calendar) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void reset() {
        // it was never set
    }
}
