/**
 * Elements whose value is an `xsd:double`, by name: `@salesforce/types` writes `number` for them and for `xsd:int`
 * alike. From the Metadata API's WSDL of version 66.0; a name that is a double in one type and an int in another is
 * taken for a double.
 */
export const doubleElements: ReadonlySet<string> = new Set(
    `
    apiVersion asOfVersion assetVersion awsTenantVersion batchDocGnrnPctLimitPerHour boundingBoxBottom boundingBoxLeft
    boundingBoxRight boundingBoxTop breakPoint1 breakPoint2 bulkUpdateSize capacityPercentage capacityWeight
    chartAxisRangeMax chartAxisRangeMin classificationThreshold clusterRadius componentVersion continuousDefault
    continuousMaximum continuousMinimum continuousValue conversionFactor documentHeight
    documentReaderConfidenceOrgValue doubleValue fieldLabelMaxX fieldLabelMaxY fieldLabelMinX fieldLabelMinY
    filterGroup formatUnitMultiplier formulaSequence gaugeMax gaugeMin halfLife highBreakpoint idealThreshold
    indicatorBreakpoint1 indicatorBreakpoint2 inputObjectQuerySequence intensityValue intentThreshold level
    linkedObjectSequence lowBreakpoint lowerLimit lowerThreshold max maxRuntimeSingleService maxValue maximumValue
    metricValue milestoneTarget min minValue minimumGrade minimumValue numberValue omniProcessVersionNumber
    outboundSimilarity outboundSpeedNum outboundStability outboundStyleExaggeration outputCreationSequence
    overageGraceDefault pageHeight pausedCapacityPercentage pausedCapacityWeight percentageValue rangeEndValue
    rangeStartValue rangeUpperBound recaptchaScoreThreshold recommendedThreshold responseCacheTtlMinutes
    sequenceNumber step summaryAxisManualRangeEnd summaryAxisManualRangeStart synchronousProcessThreshold threshold
    time totalTime travelSpeed upperLimit value version versionNbr versionNumber weight
`
        .trim()
        .split(/\s+/)
);
