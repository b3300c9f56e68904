package org.cuntu.core.dossier.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.platform.search.SearchFound;
import org.cuntu.platform.search.SearchHit;
import org.cuntu.platform.search.SearchNoun;
import org.cuntu.platform.search.SearchText;
import org.springframework.stereotype.Component;

/** The layers themselves, by either name, pinyin or code. */
@Component
class LayerNoun implements SearchNoun {
    private final LayerRegister register;

    LayerNoun(LayerRegister register) {
        this.register = register;
    }

    @Override
    public String noun() {
        return "layer";
    }

    @Override
    public String permission() {
        return "onemap:layer:read";
    }

    @Override
    public SearchFound find(Asked asked) {
        List<SearchHit> hits = new ArrayList<>();
        SearchText text = asked.text();
        for (LayerEntry layer : register.listLayers()) {
            if (!Seeing.may(asked.user(), layer)) continue;
            int score = Math.max(text.score(layer.zh()), Math.max(text.score(layer.en()), text.score(layer.code())));
            if (score == 0 || text.plain().length() < 2) continue;
            hits.add(new SearchHit(
                    noun(),
                    layer.code(),
                    layer.zh(),
                    layer.en(),
                    layer.owner(),
                    layer.code(),
                    null,
                    null,
                    Map.of("layer", layer.code()),
                    score - 50));
        }
        hits.sort(Comparator.comparingInt(SearchHit::score).reversed());
        return SearchFound.of(hits.subList(0, Math.min(asked.limit(), hits.size())));
    }
}
